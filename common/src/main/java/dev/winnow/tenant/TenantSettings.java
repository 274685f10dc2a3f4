package dev.winnow.tenant;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may set. Immutable; any thread.
 *
 * @param junkThreshold the score from which a message is junk, 1 to 100
 * @param promotionThreshold the score from which a message that a promotion rule matched is promotion, 1 to 100
 * @param allowedSenders numbers or names whose messages are never junk; case, spaces and punctuation do not count
 * @param blockedSenders numbers or names whose messages are junk unless a rule protects them
 */
public record TenantSettings(
        int junkThreshold, int promotionThreshold, Set<String> allowedSenders, Set<String> blockedSenders) {
    public static final TenantSettings DEFAULT = new TenantSettings(50, 15, Set.of(), Set.of());

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-]+");

    public TenantSettings {
        requireScore("junkThreshold", junkThreshold);
        requireScore("promotionThreshold", promotionThreshold);
        allowedSenders = normalised(allowedSenders);
        blockedSenders = normalised(blockedSenders);
    }

    /** The same with another threshold for junk. */
    public TenantSettings withJunkThreshold(int score) {
        return new TenantSettings(score, promotionThreshold, allowedSenders, blockedSenders);
    }

    /** Whether the sender is one of the allowed ones; an unknown sender is not. */
    public boolean allows(@Nullable String sender) {
        return sender != null && !allowedSenders.isEmpty() && allowedSenders.contains(normalised(sender));
    }

    /** Whether the sender is one of the blocked ones; an unknown sender is not. */
    public boolean blocks(@Nullable String sender) {
        return sender != null && !blockedSenders.isEmpty() && blockedSenders.contains(normalised(sender));
    }

    private static void requireScore(String name, int score) {
        if (score < 1 || score > 100) {
            throw new IllegalArgumentException(name + " must be 1 to 100, is " + score);
        }
    }

    private static Set<String> normalised(Set<String> senders) {
        return senders.stream().map(TenantSettings::normalised).collect(Collectors.toUnmodifiableSet());
    }

    private static String normalised(String sender) {
        return PUNCTUATION.matcher(sender).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
