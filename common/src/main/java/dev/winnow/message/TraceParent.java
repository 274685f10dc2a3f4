package dev.winnow.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace with which a client follows its request: the header {@code traceparent} of <a href="https://www.w3.org/TR/trace-context/">W3C
 * Trace Context</a>. It is passed on unchanged, because Winnow makes no spans of its own. Immutable; any thread.
 *
 * @param value {@code 00-<32 hex of the trace>-<16 hex of the caller's span>-<2 hex of flags>}
 */
public record TraceParent(String value) {
    public static final String HEADER = "traceparent";

    private static final String FIELDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";
    private static final Pattern FORM = Pattern.compile("00" + FIELDS);

    /** The form of later versions, which begin like this version and may go on (section "Versioning of traceparent"). */
    private static final Pattern LATER = Pattern.compile("(?!00|ff)[0-9a-f]{2}(" + FIELDS + ")(-.*)?");

    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a traceparent is 00-<32 hex>-<16 hex>-<2 hex>, with ids that are not zero");
        }
    }

    /** Reads a header; empty without a header and for an invalid one, which a receiver must ignore. */
    public static Optional<TraceParent> parseHeader(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (FORM.matcher(header).matches()) {
            return Optional.of(new TraceParent(header));
        }
        Matcher later = LATER.matcher(header);
        return later.matches() ? Optional.of(new TraceParent("00" + later.group(1))) : Optional.empty();
    }

    /** The id of the trace, 32 hexadecimal digits. */
    public String traceId() {
        return value.substring(3, 35);
    }
}
