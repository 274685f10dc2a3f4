import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives Winnow's callbacks, checks their signatures (Standard Webhooks, v1) and prints them. JDK 25, nothing else:
 *
 * <pre>java Receiver.java PORT whsec_SECRET</pre>
 */
final class Receiver {
    private static final long TOLERANCE_SECONDS = 300;

    private final byte[] secret;

    private Receiver(String secret) {
        this.secret = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java Receiver.java PORT whsec_SECRET");
            System.exit(2);
        }
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Receiver(arguments[1])::receive);
        server.start();
        System.out.println("listening on http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean genuine = isGenuine(exchange, body);
            exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            // A call can come twice: whoever acts on it remembers its id.
            System.out.println(genuine ? id + " " + new String(body, StandardCharsets.UTF_8) : "refused " + id);
        }
    }

    /** Signed is {@code id.timestamp.body}; the header can hold several signatures while a secret is rotated. */
    private boolean isGenuine(HttpExchange exchange, byte[] body) {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (id == null || signatures == null || timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > TOLERANCE_SECONDS) {
            return false;
        }
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(sign(id + "." + timestamp + ".", body)))
                .getBytes(StandardCharsets.US_ASCII);
        for (String each : signatures.split(" ")) {
            if (MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    private byte[] sign(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
