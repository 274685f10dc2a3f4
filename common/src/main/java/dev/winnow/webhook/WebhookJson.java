package dev.winnow.webhook;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the records of this package as JSON, for queues and stores. Unknown names are skipped. Stateless; any thread. */
public final class WebhookJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Attempt>> ATTEMPTS = new TypeReference<>() {};

    private WebhookJson() {}

    /** Writes a record of this package. */
    public static String writeValue(Object value) {
        return JSON.writeValueAsString(value);
    }

    /**
     * Reads a record of this package.
     *
     * @throws IllegalArgumentException if the text is no such record; the message holds no part of the text
     */
    public static <T> T readValue(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the text is no " + type.getSimpleName(), e);
        }
    }

    /** Reads a list of attempts. */
    public static List<Attempt> readAttempts(String json) {
        return JSON.readValue(json, ATTEMPTS);
    }
}
