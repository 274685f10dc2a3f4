package dev.winnow.ingest;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads every log event of the whole suite, of every logger, and remembers the events that hold a key, a token or the text of a message that
 * some test sent. The client of the suite looks here before every request, and {@link LeakCheck} after every test class.
 */
public final class LeakDetector extends AppenderBase<ILoggingEvent> {
    private static final Pattern TEXTS = Pattern.compile("\"(?:text|body)\"\\s*:\\s*\"([^\"\\\\]{8,200})");
    private static final int MAX_WATCHED = 10_000;

    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    static {
        SECRETS.addAll(Set.of(
                RunningApi.KEY,
                RunningApi.MANAGE_KEY,
                RunningApi.OTHER_KEY,
                RunningApi.LIMITED_KEY,
                RunningApi.APP_TOKEN,
                RunningApi.ID_SECRET));
    }

    /** From now on the texts in this body must not be logged. */
    static String watch(String body) {
        Matcher texts = TEXTS.matcher(body);
        while (SECRETS.size() < MAX_WATCHED && texts.find()) {
            SECRETS.add(texts.group(1));
        }
        return body;
    }

    static byte[] watch(byte[] body) {
        String _ = watch(new String(body, StandardCharsets.UTF_8));
        return body;
    }

    /** Fails with the first leak, if there is any. */
    static void assertNothingLeaked() {
        if (!LEAKS.isEmpty()) {
            throw new AssertionError("a log line holds what must never be logged: " + LEAKS.peek());
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = event.getLoggerName() + " " + event.getFormattedMessage() + event.getKeyValuePairs();
        if (event.getThrowableProxy() != null) {
            line += ThrowableProxyUtil.asString(event.getThrowableProxy());
        }
        if (isLeak(line)) {
            LEAKS.add(line);
        }
    }

    static boolean isLeak(String line) {
        return SECRETS.stream().anyMatch(line::contains);
    }
}
