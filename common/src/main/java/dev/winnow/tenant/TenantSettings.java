package dev.winnow.tenant;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a tenant. Immutable; any thread.
 *
 * @param junkThreshold the lowest score of junk, 1 to 100
 * @param promotionThreshold the lowest score of promotion, for a message that a promotion rule matched, 1 to 100
 * @param senders the allowed senders, never junk; the blocked senders, junk unless a rule protects the message; and the country of national
 *     numbers
 * @param messagesPerMinute the most messages that all keys of the tenant together may submit in a minute; null for no limit
 * @param appToken the part of the address that names the tenant in requests of its iOS app, 16 to 64 of {@code A-Z a-z 0-9 _ -}; null
 *     without an app
 * @param deadline the longest wait of a message on the queue; an older message gets {@code expired} without a scan; null for no deadline
 * @param history the consent to keep texts after their verdicts; null for none: then no text is kept
 */
public record TenantSettings(
        int junkThreshold,
        int promotionThreshold,
        SenderLists senders,
        @Nullable Integer messagesPerMinute,
        @Nullable String appToken,
        @Nullable Duration deadline,
        @Nullable HistoryConsent history) {
    public static final TenantSettings DEFAULT = new TenantSettings(50, 15, Set.of(), Set.of());

    private static final Pattern APP_TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    public TenantSettings {
        requireScore("junkThreshold", junkThreshold);
        requireScore("promotionThreshold", promotionThreshold);
        if (messagesPerMinute != null && messagesPerMinute < 1) {
            throw new IllegalArgumentException("messagesPerMinute must be at least 1, is " + messagesPerMinute);
        }
        if (appToken != null && !APP_TOKEN.matcher(appToken).matches()) {
            throw new IllegalArgumentException("appToken must have 16 to 64 of A-Z a-z 0-9 _ -");
        }
        if (deadline != null && !deadline.isPositive()) {
            throw new IllegalArgumentException("deadline must be positive, is " + deadline);
        }
    }

    /** Settings without a quota, an iOS app or a deadline. */
    public TenantSettings(
            int junkThreshold, int promotionThreshold, Set<String> allowedSenders, Set<String> blockedSenders) {
        this(junkThreshold, promotionThreshold, allowedSenders, blockedSenders, null, null, null);
    }

    /** Settings without a country and a history: numbers on the lists need a country code. */
    public TenantSettings(
            int junkThreshold,
            int promotionThreshold,
            Set<String> allowedSenders,
            Set<String> blockedSenders,
            @Nullable Integer messagesPerMinute,
            @Nullable String appToken,
            @Nullable Duration deadline) {
        this(
                junkThreshold,
                promotionThreshold,
                SenderLists.of(null, allowedSenders, blockedSenders),
                messagesPerMinute,
                appToken,
                deadline,
                null);
    }

    /** Replaces the threshold of junk. */
    public TenantSettings withJunkThreshold(int score) {
        return new TenantSettings(score, promotionThreshold, senders, messagesPerMinute, appToken, deadline, history);
    }

    /** Replaces the consent to keep texts; null takes it back. */
    public TenantSettings withHistory(@Nullable HistoryConsent consent) {
        return new TenantSettings(
                junkThreshold, promotionThreshold, senders, messagesPerMinute, appToken, deadline, consent);
    }

    private static void requireScore(String name, int score) {
        if (score < 1 || score > 100) {
            throw new IllegalArgumentException(name + " must be 1 to 100, is " + score);
        }
    }
}
