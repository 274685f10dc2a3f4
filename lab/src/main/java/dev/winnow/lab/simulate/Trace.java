package dev.winnow.lab.simulate;

import java.util.function.DoubleUnaryOperator;

/**
 * Messages a second over time.
 *
 * @param name its name in tables
 * @param seconds how long it lasts
 * @param quiet messages a second of all ordinary tenants, by seconds since the start
 * @param noisy the same of one tenant that is in a fairness group of its own
 * @param outage in which workers cannot work; empty when none
 */
public record Trace(String name, double seconds, DoubleUnaryOperator quiet, DoubleUnaryOperator noisy, Span outage) {
    /** A time span, in seconds since the start. */
    public record Span(double from, double to) {
        static final Span NONE = new Span(-1, -1);

        boolean containsSecond(double seconds) {
            return seconds >= from && seconds < to;
        }
    }

    /** A trace without an outage and without a tenant that stands out. */
    public static Trace ordinaryTrace(String name, double seconds, DoubleUnaryOperator rate) {
        return new Trace(name, seconds, rate, at -> 0, Span.NONE);
    }
}
