package dev.winnow.bench.pipeline;

import dev.winnow.local.load.LoadPlan;
import java.time.Duration;

/** The loads that all measurements share. */
final class Loads {
    /** So many that a hundred milliseconds of latency do not hold up five thousand requests a second. */
    static final int CONNECTIONS = 512;

    static final int JUNK_PERCENT = 10;

    private static final int FEW_CONNECTIONS = 16;

    /** What so few get answered, each waiting for its envelope. */
    private static final int FEW_RATE = 500;

    private static final Duration SMALL_WARM_UP = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(8);

    private Loads() {}

    /** A round of single submits or batches. */
    static LoadPlan round(Server server, int rate, int batch) {
        return lasting(server, rate, batch, ROUND);
    }

    static LoadPlan lasting(Server server, int rate, int batch, Duration duration) {
        return new LoadPlan(
                server.endpoint(), server.keys(), rate, duration, batch, CONNECTIONS, false, JUNK_PERCENT, 1);
    }

    /** One message after the other, each followed by a client that waits for its verdict. */
    static LoadPlan idle(Server server) {
        return new LoadPlan(
                server.endpoint(), server.keys(), 20, Duration.ofSeconds(10), 1, 1, false, JUNK_PERCENT, 100);
    }

    /** Until the compilers have done their work: few connections make many small envelopes, many make what the rest is measured with. */
    static void warmUp(Server server, int rate, int batch) {
        Cost.of(server, warming(server, Math.min(rate, FEW_RATE * batch), batch, FEW_CONNECTIONS, SMALL_WARM_UP));
        Cost.of(server, warming(server, rate, batch, CONNECTIONS, WARM_UP));
    }

    private static LoadPlan warming(Server server, int rate, int batch, int connections, Duration duration) {
        return new LoadPlan(
                server.endpoint(), server.keys(), rate, duration, batch, connections, false, JUNK_PERCENT, 1);
    }
}
