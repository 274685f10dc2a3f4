package dev.winnow.console.tenants;

import dev.winnow.console.tenants.TenantDesk.Setting;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.TenantSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings of a tenant with their defaults and meanings, as docs/tenants.md lists them. Stateless; any thread. */
final class SettingLines {
    private SettingLines() {}

    static List<Setting> describe(TenantSettings settings) {
        return List.of(
                new Setting(
                        "junkThreshold",
                        String.valueOf(settings.junkThreshold()),
                        "50",
                        "the score from which a message is junk"),
                new Setting(
                        "promotionThreshold",
                        String.valueOf(settings.promotionThreshold()),
                        "15",
                        "the score from which a promotion is marked as one"),
                new Setting(
                        "messagesPerMinute",
                        orNone(settings.messagesPerMinute()),
                        "no limit",
                        "the most messages that all keys together may submit"),
                new Setting(
                        "deadlineSeconds",
                        settings.deadline() == null
                                ? "none"
                                : String.valueOf(settings.deadline().toSeconds()),
                        "none",
                        "an older message on the queue expires without a scan"),
                new Setting(
                        "appToken",
                        settings.appToken() == null ? "none" : "set",
                        "none",
                        "the address of the tenant's iOS app"),
                new Setting(
                        "country",
                        settings.senders().country() == null
                                ? "none"
                                : settings.senders().country(),
                        "none",
                        "the country of numbers without a country code"),
                new Setting(
                        "allowedSenders",
                        "%,d".formatted(settings.senders().allowed().size()),
                        "0",
                        "senders that are never junk"),
                new Setting(
                        "blockedSenders",
                        "%,d".formatted(settings.senders().blocked().size()),
                        "0",
                        "senders that are junk unless a rule protects the message"),
                new Setting(
                        "history",
                        describeHistory(settings.history()),
                        "none",
                        "the days for which texts are kept, and their share (docs/privacy.md)"));
    }

    /** The settings that differ, such as {@code junkThreshold 50 to 60}. */
    static String describeChanges(TenantSettings old, TenantSettings changed) {
        List<Setting> before = describe(old);
        List<Setting> after = describe(changed);
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).value().equals(after.get(i).value())) {
                changes.add("%s %s to %s"
                        .formatted(
                                before.get(i).name(),
                                before.get(i).value(),
                                after.get(i).value()));
            }
        }
        return String.join(", ", changes);
    }

    private static String describeHistory(@Nullable HistoryConsent history) {
        return history == null
                ? "none"
                : String.format(Locale.ROOT, "%d days, %.0f %%", history.days(), 100 * history.share());
    }

    private static String orNone(@Nullable Integer limit) {
        return limit == null ? "no limit" : "%,d".formatted(limit);
    }
}
