package dev.winnow.sqlite;

import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.RuleSums;
import dev.winnow.statistics.RuleSumsCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of rules in the tables {@code rule_hours} and {@code rule_days}. */
final class SqliteRuleStatistics implements RuleStatistics {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SteadyExpiry expiry;

    SqliteRuleStatistics(SqliteWriter writer, SqliteReaders readers, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.expiry = expiry;
    }

    @Override
    public void saveHour(String process, Instant hour, RuleSums sums) {
        long before = expiry.deletableBefore() - HOURS_KEPT.toMillis();
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement forget = statements.prepare("DELETE FROM rule_hours WHERE hour < ?");
            forget.setLong(1, before);
            forget.executeUpdate();
            PreparedStatement insert =
                    statements.prepare("INSERT OR REPLACE INTO rule_hours (hour, writer, item) VALUES (?, ?, ?)");
            insert.setLong(1, hour.toEpochMilli());
            insert.setString(2, process);
            insert.setString(3, RuleSumsCodec.encode(sums));
            return insert.executeUpdate();
        });
    }

    @Override
    public SortedMap<Instant, RuleSums> listHours(LocalDate day) {
        return readers.read(statements -> {
            PreparedStatement select =
                    statements.prepare("SELECT hour, item FROM rule_hours WHERE hour >= ? AND hour < ?");
            select.setLong(1, startOf(day));
            select.setLong(2, startOf(day.plusDays(1)));
            SortedMap<Instant, RuleSums> hours = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hours.merge(
                            Instant.ofEpochMilli(row.getLong(1)),
                            RuleSumsCodec.decode(row.getString(2)),
                            RuleSums::plus);
                }
            }
            return hours;
        });
    }

    @Override
    public void saveDay(LocalDate day, RuleSums sums) {
        LocalDate before = LocalDate.ofInstant(
                Instant.ofEpochMilli(expiry.deletableBefore()).minus(DAYS_KEPT), ZoneOffset.UTC);
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement forget = statements.prepare("DELETE FROM rule_days WHERE day < ?");
            forget.setLong(1, before.toEpochDay());
            forget.executeUpdate();
            PreparedStatement insert = statements.prepare("INSERT OR REPLACE INTO rule_days (day, item) VALUES (?, ?)");
            insert.setLong(1, day.toEpochDay());
            insert.setString(2, RuleSumsCodec.encode(sums));
            return insert.executeUpdate();
        });
    }

    @Override
    public SortedMap<LocalDate, RuleSums> listDays(LocalDate from, LocalDate to) {
        return readers.read(statements -> {
            PreparedStatement select =
                    statements.prepare("SELECT day, item FROM rule_days WHERE day >= ? AND day <= ?");
            select.setLong(1, from.toEpochDay());
            select.setLong(2, to.toEpochDay());
            SortedMap<LocalDate, RuleSums> days = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.put(LocalDate.ofEpochDay(row.getLong(1)), RuleSumsCodec.decode(row.getString(2)));
                }
            }
            return days;
        });
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
