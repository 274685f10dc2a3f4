package dev.winnow.local.tenant;

import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's keys and settings as lines of a name and a value; the names are those of {@code winnow tenant set}. Stateless. */
final class TenantSheet {
    private static final TenantSettings STANDARD = TenantSettings.DEFAULT;

    private TenantSheet() {}

    static void print(Tenant tenant, PrintWriter out) {
        TenantSettings settings = tenant.settings();
        printLine(out, "tenant", tenant.id() + (tenant.disabled() ? " (disabled)" : ""));
        printLine(
                out,
                "keys",
                tenant.keys().stream().map(TenantCommand::describeKey).collect(Collectors.joining(", ")));
        printLine(out, "threshold", describe(settings.junkThreshold(), STANDARD.junkThreshold()));
        printLine(out, "promotion-threshold", describe(settings.promotionThreshold(), STANDARD.promotionThreshold()));
        printLine(out, "quota", describe(settings.messagesPerMinute(), null));
        Duration deadline = settings.deadline();
        printLine(out, "deadline", describe(deadline == null ? null : deadline.toSeconds(), null));
        printLine(out, "country", describe(settings.senders().country(), null));
        printLine(out, "allow", describeList(settings.senders().allowed()));
        printLine(out, "block", describeList(settings.senders().blocked()));
        printLine(out, "app-token", describe(settings.appToken(), null));
        HistoryConsent history = settings.history();
        printLine(out, "history", describe(history == null ? null : history.days(), null));
        if (history != null) {
            printLine(out, "history-share", describe(history.share(), null));
        }
    }

    private static void printLine(PrintWriter out, String name, String value) {
        out.println("%-20s %s".formatted(name, value.isEmpty() ? "none" : value).stripTrailing());
    }

    private static String describe(@Nullable Object value, @Nullable Object standard) {
        String text = value == null ? "none" : value.toString();
        return Objects.equals(value, standard) ? text + " (default)" : text;
    }

    private static String describeList(Set<String> senders) {
        return senders.isEmpty() ? describe(null, null) : String.join(", ", new TreeSet<>(senders));
    }
}
