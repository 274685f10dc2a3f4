package dev.winnow.lab.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds the HTTP requests of a load as bytes. Any thread. */
final class Requests {
    private static final String END = "\r\n";

    private final List<String> heads;
    private final boolean single;

    Requests(URI server, List<String> keys, boolean single, boolean fresh) {
        this.single = single;
        this.heads = keys.stream()
                .map(key -> "Host: " + server.getAuthority() + END + "Authorization: Bearer " + key + END
                        + (fresh ? "Connection: close" + END : ""))
                .toList();
    }

    /** Builds a submit for the tenant of a key. */
    byte[] submitRequest(int key, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /v1/messages" + (single ? "" : "/batch") + " HTTP/1.1" + END + heads.get(key)
                        + "Content-Type: application/json" + END + "Content-Length: " + body.length + END + END)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** Builds a request that waits for a verdict. */
    byte[] awaitRequest(int key, String id, int seconds) {
        return getRequest("/v1/messages/" + id, key, "Prefer: wait=" + seconds + END);
    }

    /** Builds a request that reads up to a hundred verdicts. */
    byte[] readRequest(int key, List<String> ids) {
        return getRequest("/v1/messages?ids=" + String.join(",", ids), key, "");
    }

    private byte[] getRequest(String path, int key, String more) {
        return ("GET " + path + " HTTP/1.1" + END + heads.get(key) + more + END).getBytes(StandardCharsets.US_ASCII);
    }
}
