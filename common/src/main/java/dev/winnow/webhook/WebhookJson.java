package dev.winnow.webhook;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values of this room as JSON, for queues and stores. A reader skips names it does not know. Stateless; any thread. */
public final class WebhookJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Attempt>> ATTEMPTS = new TypeReference<>() {};

    private WebhookJson() {}

    /** Any record of this room. */
    public static String writeValue(Object value) {
        return JSON.writeValueAsString(value);
    }

    /**
     * Reads a record of this room.
     *
     * @throws IllegalArgumentException if it is none; says nothing of what is in it
     */
    public static <T> T readValue(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this is no " + type.getSimpleName(), e);
        }
    }

    /** Reads what {@link #writeValue} made of a list of attempts. */
    public static List<Attempt> readAttempts(String json) {
        return JSON.readValue(json, ATTEMPTS);
    }
}
