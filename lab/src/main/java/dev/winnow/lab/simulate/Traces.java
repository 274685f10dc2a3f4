package dev.winnow.lab.simulate;

import java.util.List;

/** The traces of the comparison, one for each kind of difficult load. */
final class Traces {
    private static final double HOUR = 3600;

    private Traces() {}

    /** All traces. */
    static List<Trace> listTraces() {
        return List.of(steadyTrace(), dailyTrace(), surgeTrace(), outageTrace(), noisyTenantTrace());
    }

    static Trace steadyTrace() {
        return Trace.ordinaryTrace("steady", HOUR, seconds -> 4000);
    }

    /** A day from 400 at night to 8,000 at noon. */
    static Trace dailyTrace() {
        return Trace.ordinaryTrace(
                "daily", 24 * HOUR, seconds -> 4200 - 3800 * Math.cos(2 * Math.PI * seconds / (24 * HOUR)));
    }

    /** Ten times as much from one second to the next, for 20 minutes. */
    static Trace surgeTrace() {
        return Trace.ordinaryTrace(
                "surge x10", 1.5 * HOUR, seconds -> new Trace.Span(1800, 3000).containsSecond(seconds) ? 20_000 : 2000);
    }

    /** The store is away for ten minutes; then all clients that gave up come again at once. */
    static Trace outageTrace() {
        return new Trace(
                "outage",
                1.5 * HOUR,
                seconds -> new Trace.Span(2400, 2520).containsSecond(seconds) ? 12_000 : 4000,
                seconds -> 0,
                new Trace.Span(1800, 2400));
    }

    /** One tenant sends five times as much as all others together. */
    static Trace noisyTenantTrace() {
        return new Trace(
                "noisy tenant",
                1.5 * HOUR,
                seconds -> 3000,
                seconds -> new Trace.Span(1800, 2700).containsSecond(seconds) ? 15_000 : 0,
                Trace.Span.NONE);
    }
}
