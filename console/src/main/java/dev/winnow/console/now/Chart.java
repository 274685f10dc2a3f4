package dev.winnow.console.now;

import dev.winnow.pulse.PulseNames;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The points of the charts of a range. Intervals without a pulse are null.
 *
 * @param range the range's token
 * @param stepSeconds the length of an interval
 * @param times the beginnings of the intervals, in seconds since the epoch
 * @param series the values by the name of the series, one for each time
 */
public record Chart(String range, long stepSeconds, List<Long> times, Map<String, List<@Nullable Double>> series) {
    private static final List<String> OUTCOMES =
            List.of("junk", "promotion", "transaction", "clean", "failed", "expired");

    /** Reads the points of a range. */
    public static Chart read(PulseHistory history, Range range, Clock clock) {
        long step = range.resolution().length().toSeconds();
        Map<Instant, Slice> byStart = new LinkedHashMap<>();
        history.readRange(range).forEach(slice -> byStart.put(slice.start(), slice));
        Instant end = range.resolution().startOf(clock.instant());
        List<Instant> starts = new ArrayList<>();
        for (Instant at = range.resolution().startOf(end.minus(range.length()));
                at.isBefore(end);
                at = at.plusSeconds(step)) {
            starts.add(at);
        }
        Map<String, List<@Nullable Double>> series = new LinkedHashMap<>();
        series.put("accepted", pick(starts, byStart, slice -> slice.count(PulseNames.ACCEPTED) / (double) step));
        for (String outcome : OUTCOMES) {
            series.put(
                    outcome, pick(starts, byStart, slice -> slice.count(PulseNames.VERDICT + outcome) / (double) step));
        }
        series.put("p50", pick(starts, byStart, slice -> slice.delayAt(50)));
        series.put("p99", pick(starts, byStart, slice -> slice.delayAt(99)));
        series.put(
                "waiting",
                pick(
                        starts,
                        byStart,
                        slice -> slice.level(PulseNames.WAITING_LIVE) + slice.level(PulseNames.WAITING_BULK)));
        series.put("deadLetters", pick(starts, byStart, slice -> slice.level(PulseNames.DEAD_LETTERS)));
        return new Chart(
                range.token(),
                step,
                starts.stream().map(Instant::getEpochSecond).toList(),
                series);
    }

    private static List<@Nullable Double> pick(
            List<Instant> starts, Map<Instant, Slice> byStart, ToDoubleFunction<Slice> value) {
        List<@Nullable Double> values = new ArrayList<>(starts.size());
        for (Instant start : starts) {
            Slice slice = byStart.get(start);
            values.add(slice == null ? null : Math.round(value.applyAsDouble(slice) * 100) / 100.0);
        }
        return values;
    }
}
