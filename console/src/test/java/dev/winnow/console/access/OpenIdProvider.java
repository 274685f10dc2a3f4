package dev.winnow.console.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider on this machine, which gives a person's token for any code. */
public final class OpenIdProvider implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    private final RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
    private volatile String nonce = "";
    private volatile List<String> groups = List.of();

    private OpenIdProvider() throws IOException, JOSEException {
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys",
                                "response_types_supported", List.of("code"),
                                "subject_types_supported", List.of("public"),
                                "id_token_signing_alg_values_supported", List.of("RS256"))));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        Map.of("access_token", "a", "token_type", "Bearer", "expires_in", 60, "id_token", sign())));
        server.start();
    }

    public static OpenIdProvider start() throws IOException, JOSEException {
        return new OpenIdProvider();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next token is of a person with these groups, for a sign-in with this nonce. */
    public void expect(String expectedNonce, List<String> theirGroups) {
        nonce = expectedNonce;
        groups = theirGroups;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String sign() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject("jo")
                            .audience("winnow")
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                            .claim("nonce", nonce)
                            .claim("email", "jo@example.org")
                            .claim("groups", groups)
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, ?> document) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
