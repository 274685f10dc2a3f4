package dev.winnow.worker.scan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * The order of waiting work: first the fairness group that has used the least scan time in the last seconds, within a group first come,
 * first served. Any thread.
 *
 * @param <T> the kind of work
 */
final class ScanTurns<T> {
    /** Used scan time counts half after two seconds. */
    private static final double HALF_LIFE_NANOS = 2e9;

    /** From this number of groups on, the groups without work and without much used time are forgotten. */
    private static final int MANY_GROUPS = 256;

    private static final double NEGLIGIBLE_NANOS = 1e5;

    private static final class Group<T> {
        private final Queue<Entry<T>> waiting = new ArrayDeque<>();
        private double usedNanos;
        private long usedAt;

        double usedAt(long now) {
            return usedNanos * Math.pow(0.5, (now - usedAt) / HALF_LIFE_NANOS);
        }
    }

    private record Entry<T>(long number, T work) {}

    private final LongSupplier nanoTime;
    private final Map<String, Group<T>> groups = new HashMap<>();
    private long entries;

    ScanTurns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(String group, T work) {
        groups.computeIfAbsent(group, _ -> new Group<>()).waiting.add(new Entry<>(entries++, work));
    }

    /**
     * Takes the next work.
     *
     * @throws java.util.NoSuchElementException if none waits
     */
    synchronized T takeNext() {
        long now = nanoTime.getAsLong();
        return groups.values().stream()
                .filter(group -> !group.waiting.isEmpty())
                .min(Comparator.<Group<T>>comparingDouble(group -> group.usedAt(now))
                        .thenComparingLong(group -> group.waiting.element().number()))
                .orElseThrow()
                .waiting
                .remove()
                .work();
    }

    synchronized int countWaiting() {
        return groups.values().stream().mapToInt(group -> group.waiting.size()).sum();
    }

    /** Adds to the scan time that a group has used. */
    synchronized void chargeGroup(String name, long nanos) {
        long now = nanoTime.getAsLong();
        Group<T> group = groups.computeIfAbsent(name, _ -> new Group<>());
        group.usedNanos = group.usedAt(now) + nanos;
        group.usedAt = now;
        if (groups.size() > MANY_GROUPS) {
            groups.values().removeIf(each -> each.waiting.isEmpty() && each.usedAt(now) < NEGLIGIBLE_NANOS);
        }
    }
}
