package dev.winnow.local.tenant;

import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.SenderLists;
import dev.winnow.tenant.TenantSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings that {@code winnow tenant set} changes; an option that is not given leaves its setting. */
final class SettingsOption {
    private static final String NONE = "none";

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "The score from which a message is junk, 1 to 100; a new tenant has 50.")
    private @Nullable Integer threshold;

    @Option(
            names = "--promotion-threshold",
            paramLabel = "SCORE",
            description = "The score from which a message that a promotion rule matched is promotion, 1 to 100; a new"
                    + " tenant has 15.")
    private @Nullable Integer promotionThreshold;

    @Option(
            names = "--quota",
            paramLabel = "N|none",
            description =
                    "The most messages in a minute on all routes, over which requests get 429; a new tenant has no limit.")
    private @Nullable String quota;

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS|none",
            description =
                    "The longest wait of a message for its scan, after which it is 'expired'; a new tenant has none.")
    private @Nullable String deadline;

    @Option(
            names = "--country",
            paramLabel = "CODE|none",
            description = "The country of numbers without a country code, such as DE; a new tenant has none.")
    private @Nullable String country;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "SENDER",
            description = "Numbers or names whose messages are never junk, to add to the list.")
    private List<String> allow = List.of();

    @Option(
            names = "--block",
            split = ",",
            paramLabel = "SENDER",
            description = "Numbers or names whose messages are junk unless a rule protects them, to add to the list.")
    private List<String> block = List.of();

    @Option(
            names = "--unlist",
            split = ",",
            paramLabel = "SENDER",
            description = "Senders to take off both lists, as 'winnow tenant show' writes them.")
    private List<String> unlist = List.of();

    @Option(
            names = "--app-token",
            paramLabel = "TOKEN|none",
            description =
                    "The part of the URL that names the tenant in requests of its iOS app, 16 to 64 of A-Z a-z 0-9 _ -;"
                            + " a new tenant has none.")
    private @Nullable String appToken;

    @Option(
            names = "--history",
            paramLabel = "DAYS|none",
            description =
                    "Keep texts for so many days after their verdicts, 1 to 30, to try rules on them; a new tenant has"
                            + " none. 'none' deletes the kept texts within a day.")
    private @Nullable String history;

    @Option(
            names = "--history-share",
            paramLabel = "SHARE",
            description = "The share of messages whose texts are kept, 0 to 1; 1 if it is not given.")
    private @Nullable Double historyShare;

    /**
     * Applies the given options.
     *
     * @throws IllegalArgumentException if a value is not valid; names the option or the setting
     */
    TenantSettings changeSettings(TenantSettings old) {
        Set<String> allowed = changeList(old.senders().allowed(), allow);
        Set<String> blocked = changeList(old.senders().blocked(), block);
        return new TenantSettings(
                threshold == null ? old.junkThreshold() : threshold,
                promotionThreshold == null ? old.promotionThreshold() : promotionThreshold,
                SenderLists.of(change(country, old.senders().country(), text -> text), allowed, blocked),
                change(quota, old.messagesPerMinute(), text -> parseNumber("--quota", text)),
                change(appToken, old.appToken(), text -> text),
                change(deadline, old.deadline(), text -> Duration.ofSeconds(parseNumber("--deadline", text))),
                changeHistory(old.history()));
    }

    private @Nullable HistoryConsent changeHistory(@Nullable HistoryConsent old) {
        double share = historyShare != null ? historyShare : old != null ? old.share() : 1;
        HistoryConsent consent =
                change(history, old, text -> new HistoryConsent(parseNumber("--history", text), share));
        if (historyShare == null) {
            return consent;
        }
        if (consent == null) {
            throw new IllegalArgumentException("--history-share needs a history; add --history DAYS");
        }
        return new HistoryConsent(consent.days(), share);
    }

    private Set<String> changeList(Set<String> old, List<String> added) {
        Set<String> list = new HashSet<>(old);
        unlist.forEach(list::remove);
        list.addAll(added);
        return list;
    }

    private static <T> @Nullable T change(@Nullable String given, @Nullable T old, Function<String, T> parse) {
        if (given == null) {
            return old;
        }
        return given.toLowerCase(Locale.ROOT).equals(NONE) ? null : parse.apply(given);
    }

    private static int parseNumber(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s takes a whole number, or 'none', not '%s'; correct it".formatted(option, text), e);
        }
    }
}
