package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;

/** The {@code Prefer} header (RFC 7240). Preferences we do not know or cannot read are ignored, as the RFC asks. */
public final class Preference {
    /** The longest wait: a load balancer closes connections that are silent for 60 s, and draining must be quick. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(25);

    private static final String WAIT = "wait=";

    private Preference() {}

    /** How long the client is willing to wait, at most {@link #MAX_WAIT}; zero when it did not say. */
    public static Duration wait(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Prefer");
        while (headers.hasMoreElements()) {
            for (String preference : headers.nextElement().split("[,;]", -1)) {
                String token = preference.strip().toLowerCase(Locale.ROOT);
                if (token.startsWith(WAIT)) {
                    return seconds(token.substring(WAIT.length()));
                }
            }
        }
        return Duration.ZERO;
    }

    /** The wait that a number of seconds stands for; zero when it is not a number. */
    public static Duration seconds(String text) {
        String digits = text.strip().replace("\"", "");
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ZERO;
        }
        long max = MAX_WAIT.toSeconds();
        return Duration.ofSeconds(digits.length() > 4 ? max : Math.min(max, Long.parseLong(digits)));
    }

    /** What {@code Preference-Applied} says about a wait. */
    public static String applied(Duration wait) {
        return WAIT + wait.toSeconds();
    }
}
