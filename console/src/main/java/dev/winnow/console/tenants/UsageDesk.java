package dev.winnow.console.tenants;

import dev.winnow.console.access.OpsException;
import dev.winnow.statistics.TenantUsage;
import dev.winnow.statistics.UsageCounts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Shows how many messages a tenant had each day. Calls block; any thread. */
public final class UsageDesk {
    /** The days of a report unless others are asked for, and the most days. */
    public static final int DAYS = 30;

    private final TenantBook book;
    private final TenantUsage usage;
    private final Clock clock;

    public UsageDesk(TenantBook book, TenantUsage usage, Clock clock) {
        this.book = book;
        this.usage = usage;
        this.clock = clock;
    }

    /** A day (UTC) of a tenant. */
    public record UsageDay(LocalDate day, UsageCounts counts) {}

    /**
     * The messages of a tenant.
     *
     * @param days every day of the report, the oldest first, also those without messages
     * @param total the messages of all these days
     */
    public record UsageReport(String tenant, List<UsageDay> days, UsageCounts total) {}

    /**
     * Reads the last days of a tenant, today included.
     *
     * @throws IllegalArgumentException for a number of days outside 1 to {@value #DAYS}
     * @throws OpsException 404 if there is no such tenant
     */
    public UsageReport readUsage(String tenant, int days) {
        if (days < 1 || days > DAYS) {
            throw new IllegalArgumentException("the number of days is 1 to " + DAYS + ", is " + days);
        }
        if (book.listTenants().stream().noneMatch(known -> known.id().equals(tenant))) {
            throw OpsException.notFound("There is no tenant of this name.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minusDays(days - 1L);
        SortedMap<LocalDate, UsageCounts> found = usage.listDays(tenant, from, today);
        List<UsageDay> all = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
            all.add(new UsageDay(day, found.getOrDefault(day, UsageCounts.NONE)));
        }
        return new UsageReport(
                tenant, all, all.stream().map(UsageDay::counts).reduce(UsageCounts.NONE, UsageCounts::plus));
    }
}
