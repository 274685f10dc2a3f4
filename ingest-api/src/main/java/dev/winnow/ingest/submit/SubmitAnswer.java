package dev.winnow.ingest.submit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes the answers of the submit route. */
final class SubmitAnswer {
    private SubmitAnswer() {}

    /** 202: the queue has it; the id is its receipt. */
    static void writeAccepted(Receipt receipt, @Nullable String clientRef, HttpServletResponse response)
            throws IOException {
        response.setHeader("Location", "/v1/messages/" + receipt.id());
        response.setHeader("Retry-After", "1");
        writeJson(202, formatDocument(receipt.id(), clientRef).getBytes(StandardCharsets.US_ASCII), response);
    }

    /** Both strings are ASCII, and an id has nothing to escape. */
    private static String formatDocument(String id, @Nullable String clientRef) {
        String start = "{\"id\":\"" + id + "\",\"status\":\"queued\"";
        return clientRef == null
                ? start + "}"
                : start + ",\"clientRef\":\""
                        + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(clientRef)) + "\"}";
    }

    static void writeJson(int status, byte[] body, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
