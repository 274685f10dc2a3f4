package dev.winnow.ingest.lenient;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies from phones and forwarders and repairs them: these clients cannot be changed, and a refused message reaches its reader
 * unfiltered, so one raw control character must not be enough to refuse it. Stateless; any thread.
 */
public final class LenientBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientBody() {}

    /** The object that the body holds, as JSON or as a form; empty if it holds none. */
    public static Optional<JsonNode> read(byte[] body) {
        String text = BodyText.decode(body);
        if (text.startsWith("{")) {
            return parse(text).or(() -> parse(JsonRepair.repair(text)));
        }
        return FormBody.read(text);
    }

    /** The value as text: a string, or a number as it was written; null for any other value. */
    public static @Nullable String scalar(JsonNode value) {
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
