package dev.winnow.sqlite;

import dev.winnow.statistics.TenantUsage;
import dev.winnow.statistics.UsageCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The usage of tenants in the table {@code tenant_usage}. */
final class SqliteTenantUsage implements TenantUsage {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SteadyExpiry expiry;

    SqliteTenantUsage(SqliteWriter writer, SqliteReaders readers, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.expiry = expiry;
    }

    @Override
    public void saveDay(String tenant, LocalDate day, String process, UsageCounts counts) {
        LocalDate before = LocalDate.ofInstant(
                Instant.ofEpochMilli(expiry.deletableBefore()).minus(KEPT), ZoneOffset.UTC);
        int _ = writer.writeAndWait(statements -> {
            statements.update("DELETE FROM tenant_usage WHERE day < ?", before.toEpochDay());
            return statements.update(
                    "INSERT OR REPLACE INTO tenant_usage (tenant, day, writer, item) VALUES (?, ?, ?, ?)",
                    tenant,
                    day.toEpochDay(),
                    process,
                    JsonMapper.shared().writeValueAsString(counts));
        });
    }

    @Override
    public SortedMap<LocalDate, UsageCounts> listDays(String tenant, LocalDate from, LocalDate to) {
        List<Map.Entry<LocalDate, UsageCounts>> rows = readers.read(statements -> statements.list(
                "SELECT day, item FROM tenant_usage WHERE tenant = ? AND day >= ? AND day <= ?",
                row -> Map.entry(
                        LocalDate.ofEpochDay(row.getLong(1)),
                        JsonMapper.shared().readValue(row.getString(2), UsageCounts.class)),
                tenant,
                from.toEpochDay(),
                to.toEpochDay()));
        SortedMap<LocalDate, UsageCounts> days = new TreeMap<>();
        rows.forEach(row -> days.merge(row.getKey(), row.getValue(), UsageCounts::plus));
        return days;
    }
}
