package dev.winnow.ingest.submit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes what a submitter gets to hear. */
final class SubmitAnswer {
    private SubmitAnswer() {}

    /** 202: the queue has it; the id is its receipt. */
    static void accepted(Receipt receipt, @Nullable String clientRef, HttpServletResponse response) throws IOException {
        String text = receipt.id();
        ByteArrayOutputStream out = new ByteArrayOutputStream(128);
        try (JsonGenerator json = MessageReader.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("id", text);
            json.writeStringProperty("status", "queued");
            if (clientRef != null) {
                json.writeStringProperty("clientRef", clientRef);
            }
            json.writeEndObject();
        }
        response.setHeader("Location", "/v1/messages/" + text);
        response.setHeader("Retry-After", "1");
        json(202, out.toByteArray(), response);
    }

    static void json(int status, byte[] body, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
