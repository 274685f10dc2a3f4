package dev.winnow.sqlite;

import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseCodec;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.Resolution;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pulses in the table {@code pulses}. */
final class SqlitePulseLog implements PulseLog {
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    SqlitePulseLog(SqliteWriter writer, SqliteReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void savePulse(Resolution resolution, Pulse pulse) {
        // By the intervals and not by the clock: a clock that jumps ahead must not empty the charts.
        long before = pulse.start().minus(resolution.retention()).toEpochMilli();
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement forget = statements.prepare(
                    "DELETE FROM pulses WHERE (resolution, start, instance) IN (SELECT resolution, start, instance FROM pulses WHERE resolution = ? AND start < ? LIMIT 10)");
            forget.setLong(1, resolution.length().toSeconds());
            forget.setLong(2, before);
            forget.executeUpdate();
            PreparedStatement insert = statements.prepare(
                    "INSERT OR REPLACE INTO pulses (resolution, start, instance, item) VALUES (?, ?, ?, ?)");
            insert.setLong(1, resolution.length().toSeconds());
            insert.setLong(2, pulse.start().toEpochMilli());
            insert.setString(3, pulse.program() + "#" + pulse.instance());
            insert.setString(4, PulseCodec.encode(pulse));
            return insert.executeUpdate();
        });
    }

    @Override
    public List<Pulse> listPulses(Resolution resolution, Instant from, Instant until) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT item FROM pulses WHERE resolution = ? AND start >= ? AND start < ? ORDER BY start");
            select.setLong(1, resolution.length().toSeconds());
            select.setLong(2, from.toEpochMilli());
            select.setLong(3, until.toEpochMilli());
            List<Pulse> pulses = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pulses.add(PulseCodec.decode(row.getString(1)));
                }
            }
            return pulses;
        });
    }
}
