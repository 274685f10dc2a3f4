package dev.winnow.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a worker does at once, and which envelopes it leaves for later.
 *
 * @param scanThreads platform threads that scan, at least 1; 0 is one a core
 * @param concurrency live envelopes that may be held at once, at least 1; rounded up to whole receives of 10
 * @param sidelineAfter the age from which a live envelope is worked on after the fresh ones, on the bulk lane; 0 is never
 */
@ConfigurationProperties("winnow.worker")
public record WorkerSettings(
        @DefaultValue("0") int scanThreads,
        @DefaultValue("40") int concurrency,
        @DefaultValue("60s") Duration sidelineAfter) {
    public WorkerSettings {
        if (scanThreads < 0) {
            throw new IllegalArgumentException("winnow.worker.scan-threads must be 0 or more, is " + scanThreads);
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("winnow.worker.concurrency must be 1 or more, is " + concurrency);
        }
        if (sidelineAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "winnow.worker.sideline-after must not be negative, is " + sidelineAfter);
        }
        scanThreads = scanThreads == 0 ? Runtime.getRuntime().availableProcessors() : scanThreads;
    }
}
