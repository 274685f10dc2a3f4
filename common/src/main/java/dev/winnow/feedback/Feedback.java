package dev.winnow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One opinion about one message. Immutable; any thread.
 *
 * @param tenant whose message it is
 * @param key the name of the API key that gave it; there is one feedback a message and key, the last one counts
 * @param messageId the message's id; its verdict can be read with it while verdicts are kept
 * @param label what the person says it is
 * @param topic what kind of junk; null when the person did not say
 * @param verdict the category that was judged when the feedback came; null when there was no verdict yet
 * @param rules the rules that matched, by name; empty when there was no verdict yet
 * @param textHash the keyed hash of the folded text of a message that was only reported; null for one that was submitted
 * @param givenAt when, by the API task's clock, in milliseconds
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

    /** What the person says it is. */
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

    /** What kind of junk, as carriers and Apple's reporting distinguish. */
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
