package dev.winnow.sqlite;

import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseCodec;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.Resolution;
import java.time.Instant;
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
            statements.update(
                    "DELETE FROM pulses WHERE (resolution, start, instance) IN (SELECT resolution, start, instance FROM pulses WHERE resolution = ? AND start < ? LIMIT 10)",
                    resolution.length().toSeconds(),
                    before);
            return statements.update(
                    "INSERT OR REPLACE INTO pulses (resolution, start, instance, item) VALUES (?, ?, ?, ?)",
                    resolution.length().toSeconds(),
                    pulse.start().toEpochMilli(),
                    pulse.program() + "#" + pulse.instance(),
                    PulseCodec.encode(pulse));
        });
    }

    @Override
    public List<Pulse> listPulses(Resolution resolution, Instant from, Instant until) {
        return readers.read(statements -> statements.list(
                "SELECT item FROM pulses WHERE resolution = ? AND start >= ? AND start < ? ORDER BY start",
                row -> PulseCodec.decode(row.getString(1)),
                resolution.length().toSeconds(),
                from.toEpochMilli(),
                until.toEpochMilli()));
    }
}
