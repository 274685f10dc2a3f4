package dev.winnow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One opinion about one message. Immutable; any thread.
 *
 * @param tenant the id of the tenant that the message belongs to
 * @param key the name of the API key that gave the opinion; for each message and key the last opinion counts
 * @param messageId the id of the message, with which its verdict can be read while verdicts are kept
 * @param label the person's opinion
 * @param topic the kind of junk; null if the person did not say
 * @param verdict the category of the verdict at the time of the feedback; null if there was no verdict yet
 * @param rules the names of the matched rules, also of rules in shadow; empty if there was no verdict yet
 * @param textHash the keyed hash of the folded text of a message that was only reported; null for a submitted message
 * @param givenAt the time of the feedback by the API task's clock, in milliseconds
 */
public record Feedback(
        String tenant,
        String key,
        String messageId,
        Label label,
        @Nullable Topic topic,
        @Nullable String verdict,
        List<String> rules,
        @Nullable String textHash,
        Instant givenAt) {
    public Feedback {
        rules = List.copyOf(rules);
    }

    /** The opinion about a message. */
    public enum Label {
        JUNK("junk"),
        NOT_JUNK("notJunk");

        private final String token;

        Label(String token) {
            this.token = token;
        }

        /** The spelling in the API. */
        public String token() {
            return token;
        }
    }

    /** The kinds of junk that carriers and Apple's reporting distinguish. */
    public enum Topic {
        SPAM,
        FRAUD,
        INAPPROPRIATE,
        OTHER;

        private final String token = name().toLowerCase(Locale.ROOT);

        /** The spelling in the API. */
        public String token() {
            return token;
        }
    }
}
