package dev.winnow.ingest.contract;

import dev.winnow.ingest.RunningApi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Makes up requests from {@code openapi.yaml}: mostly valid for an operation, with an error in one place. One thread. */
final class Fuzz {
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/mixed",
            "nonsense",
            "a/b/c",
            "*/*",
            "application/*+json",
            "application/yaml",
            "application/cbor",
            "application/xml",
            "application/vnd.spring-boot.actuator.v3+json",
            "application/problem+json");
    private static final List<String> TYPE_PIECES = List.of(
            "application",
            "/",
            "json",
            "*",
            ";",
            ",",
            " ",
            "=",
            "charset",
            "utf-8",
            "q",
            "0.5",
            "\"",
            "+",
            "text",
            "yaml",
            "\\",
            "%");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Max-Forwards",
            "Origin",
            "Access-Control-Request-Method",
            "Prefer",
            "Range",
            "TE",
            "Upgrade",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id",
            "traceparent",
            "!",
            "a".repeat(200));
    private static final List<String> TARGET_PIECES = List.of(
            "/",
            "//",
            "v1",
            "V1",
            "messages",
            "batch",
            "apple",
            "report",
            "livez",
            "ping",
            "..",
            ".",
            ";a=b",
            "%2e",
            "%2F",
            "%20",
            "%C3%A4",
            "%FF",
            "%",
            "?",
            "*",
            ":",
            "@",
            "webhook-endpoints",
            "actuator",
            "-",
            "openapi.yaml",
            "#",
            "\\",
            "|");

    private final Random random;
    private final FuzzBody bodies;
    private final Supplier<String> issuedId;

    Fuzz(JsonNode document, long seed, Supplier<String> issuedId) {
        this.random = new Random(seed);
        this.bodies = new FuzzBody(document, random);
        this.issuedId = issuedId;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The template with its parameters filled in. */
    String path(String template) {
        String path = template.replaceAll(
                        "\\{appToken}", pick(List.of("acme-app-token-0123456789", "x", "%20", "a%3Bb")))
                .replaceAll(
                        "\\{id}",
                        chance(70)
                                ? issuedId.get()
                                : pick(List.of("abc", "%00", "%F0%9F%98%80", "A".repeat(32), "-".repeat(900))));
        if (chance(30)) {
            path += "?"
                    + pick(List.of(
                            "ids=a,b",
                            "ids=",
                            "ids=" + issuedId.get(),
                            "wait=0",
                            "wait=-1",
                            "wait=x",
                            "wait=0&wait=0",
                            "%00=%FF",
                            "=&&="));
        }
        return path;
    }

    /** The operation's own method most of the time. */
    String method(List<String> documented) {
        return chance(80)
                ? pick(documented).toUpperCase(java.util.Locale.ROOT)
                : pick(List.of(
                        "GET",
                        "HEAD",
                        "POST",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "OPTIONS",
                        "BREW",
                        "PROPFIND",
                        "get",
                        "M-SEARCH"));
    }

    /** The right value most of the time; otherwise another known value or an invented one. */
    String mediaType() {
        if (chance(75)) {
            return "application/json";
        }
        return chance(60) ? pick(MEDIA_TYPES) : pieces(TYPE_PIECES, 7).strip();
    }

    /** A request target that is mostly not listed. */
    String target() {
        return switch (random.nextInt(8)) {
            case 0 -> "*";
            case 1 -> "http://localhost/ping";
            case 2 -> "localhost:80";
            default -> "/" + pieces(TARGET_PIECES, 6);
        };
    }

    /** A token that is a method, or could be one. */
    String anyMethod() {
        return chance(20)
                ? pieces(List.of("GET", "post", "X", "-", "!", "OPTIONS", "~"), 3) + "M"
                : pick(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"));
    }

    private String pieces(List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(pick(pieces));
        }
        return text.toString();
    }

    String headerValue() {
        return switch (random.nextInt(5)) {
            case 0 -> "wait=0";
            case 1 -> "\"" + Long.toHexString(random.nextLong()) + "\"";
            case 2 -> "x".repeat(random.nextInt(400));
            case 3 -> ",;=\"\\";
            default -> "respond-async, wait=0";
        };
    }

    byte[] body(JsonNode schema) {
        return bodies.make(schema);
    }

    /** A whole request for a socket, with a key of all scopes, whose head and framing may be odd. */
    byte[] rawRequest(String method, String target, byte[] body) {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        head.append("Authorization: Bearer ").append(RunningApi.MANAGE_KEY).append("\r\n");
        for (int left = random.nextInt(5); left > 0; left--) {
            head.append(pick(HEADERS)).append(": ").append(rawValue()).append("\r\n");
        }
        if (chance(80)) {
            head.append("Content-Type: ").append(mediaType()).append("\r\n");
        }
        boolean inChunks = chance(20);
        head.append(inChunks ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length)
                .append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(inChunks ? inChunks(body) : body);
        return request.toByteArray();
    }

    private byte[] inChunks(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + random.nextInt(5_000));
            chunks.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            chunks.write(body, at, size);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            at += size;
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return chunks.toByteArray();
    }

    /** Latin-1, without control characters. */
    private String rawValue() {
        return switch (random.nextInt(8)) {
            case 0 -> "\u00e4\u00ff\u0080";
            case 1 -> "gzip";
            case 2 ->
                pick(List.of(
                        "100-continue", "identity", "br", "chunked", "bytes=0-1", "trailers", "upgrade, close", "h2c"));
            case 3 -> Long.toString(random.nextLong());
            case 4 -> mediaType();
            case 5 -> "";
            default -> headerValue();
        };
    }
}
