package dev.winnow.bench.pipeline;

import dev.winnow.lab.load.LoadPlan;
import java.time.Duration;

/** The loads that all measurements share. */
final class Loads {
    /** Enough connections for ten thousand requests a second at a latency of a hundred milliseconds. */
    private static final int CONNECTIONS = 1_024;

    private static final int FEW_CONNECTIONS = 32;

    static final int JUNK_PERCENT = 10;

    private static final Duration ROUND = Duration.ofSeconds(8);

    private Loads() {}

    /** Plans a round of single submits or batches. */
    static LoadPlan planRound(Server server, int rate, int batch) {
        return planLasting(server, rate, batch, ROUND);
    }

    /** Plans the same with few connections, which make many small envelopes. */
    static LoadPlan planQuietRound(Server server, int rate, int batch) {
        return planLoad(server, rate, batch, FEW_CONNECTIONS, ROUND);
    }

    static LoadPlan planLasting(Server server, int rate, int batch, Duration duration) {
        return planLoad(server, rate, batch, CONNECTIONS, duration);
    }

    /** Plans one message after the other, each followed by a client that waits for its verdict. */
    static LoadPlan planIdle(Server server) {
        return new LoadPlan(
                server.endpoint(), server.keys(), 20, Duration.ofSeconds(10), 1, 1, false, JUNK_PERCENT, 100);
    }

    private static LoadPlan planLoad(Server server, int rate, int batch, int connections, Duration duration) {
        return new LoadPlan(
                server.endpoint(), server.keys(), rate, duration, batch, connections, false, JUNK_PERCENT, 1);
    }
}
