package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Prefer} header (RFC 7240). Preferences we do not know or cannot read are ignored, as the RFC asks. */
public final class Preference {
    /** The longest wait: a load balancer closes connections that are silent for 60 s, and draining must be quick. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(25);

    /** A name, and its value if it has one: a token or a quoted string. Blanks may be anywhere between. */
    private static final Pattern ELEMENT =
            Pattern.compile("[,;\\s]*+([^,;=\\s\"]++)(?:\\s*+=\\s*+(\"(?:[^\"\\\\]|\\\\.)*+\"|[^,;\\s\"]*+))?+");

    /** RFC 7240 asks for whole seconds; a fraction is understood. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,1000}(?:\\.\\d{0,1000})?");

    private Preference() {}

    /** How long the client is willing to wait, at most {@link #MAX_WAIT}; zero when it did not say. The first that says so counts. */
    public static Duration readWait(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Prefer");
        while (headers.hasMoreElements()) {
            Matcher element = ELEMENT.matcher(headers.nextElement());
            while (element.find()) {
                if (element.group(1).equalsIgnoreCase("wait")) {
                    return element.group(2) == null ? Duration.ZERO : parseSeconds(element.group(2));
                }
            }
        }
        return Duration.ZERO;
    }

    /** The wait that a number of seconds stands for, to the millisecond; zero when it is not a number. */
    public static Duration parseSeconds(String text) {
        String number = text.strip().replaceAll("[\"\\\\]", "").strip();
        if (!SECONDS.matcher(number).matches()) {
            return Duration.ZERO;
        }
        BigDecimal millis = new BigDecimal(number).movePointRight(3).setScale(0, RoundingMode.DOWN);
        return Duration.ofMillis(
                millis.min(BigDecimal.valueOf(MAX_WAIT.toMillis())).longValueExact());
    }

    /** The value of {@code Preference-Applied} for a wait. */
    public static String formatApplied(Duration wait) {
        return "wait="
                + BigDecimal.valueOf(wait.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
