package dev.winnow.ingest.contract;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as it came over the socket, without a {@code 100 Continue} before it; its body with the chunks joined. */
record RawAnswer(int status, HttpHeaders headers, String content) {
    private static final String CONTINUE = "HTTP/1.1 100 \r\n\r\n";

    static RawAnswer of(String whole) {
        String answer = whole.startsWith(CONTINUE) ? whole.substring(CONTINUE.length()) : whole;
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0 || !answer.startsWith("HTTP/1.1 ")) {
            throw new AssertionError("not an answer: " + answer);
        }
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.substring(0, end)
                .lines()
                .skip(1)
                .forEach(line -> fields.computeIfAbsent(line.substring(0, line.indexOf(':')), _ -> new ArrayList<>())
                        .add(line.substring(line.indexOf(':') + 1).strip()));
        String content = answer.substring(end + 4);
        return new RawAnswer(
                Integer.parseInt(answer.substring(9, 12)),
                HttpHeaders.of(fields, (_, _) -> true),
                fields.containsKey("Transfer-Encoding") ? joined(content) : content);
    }

    byte[] body() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String joined(String chunks) {
        StringBuilder content = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line), 16);
            content.append(chunks, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return content.toString();
    }
}
