package dev.winnow.ingest.submit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Times as clients write them (RFC 3339). Stateless; any thread. */
final class Rfc3339 {
    private static final String SECONDS = "0000-00-00T00:00:00Z";
    private static final String MILLIS = "0000-00-00T00:00:00.000Z";

    private Rfc3339() {}

    /**
     * The instant that the text means. What nearly all clients send, UTC in seconds or milliseconds, takes a short way: the JDK's parser
     * costs more than reading all the rest of a message.
     *
     * @throws DateTimeException if it is no time
     */
    static Instant parse(String text) {
        if (!hasForm(text, SECONDS) && !hasForm(text, MILLIS)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int hour = atMost(23, number(text, 11, 13));
        int minute = atMost(59, number(text, 14, 16));
        int second = atMost(59, number(text, 17, 19));
        int millis = text.length() == MILLIS.length() ? number(text, 20, 23) : 0;
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, millis * 1_000_000L);
    }

    /** Whether the text has a digit wherever the form has one, and else the same characters. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int atMost(int most, int value) {
        if (value > most) {
            throw new DateTimeException("a part of the time is out of its range");
        }
        return value;
    }
}
