package dev.winnow.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a worker does at once.
 *
 * @param scanThreads platform threads that scan, at least 1; 0 is one a core
 * @param concurrency envelopes that may be held at once, at least 1; rounded up to whole receives of 10
 */
@ConfigurationProperties("winnow.worker")
public record WorkerSettings(
        @DefaultValue("0") int scanThreads,
        @DefaultValue("40") int concurrency) {
    public WorkerSettings {
        if (scanThreads < 0) {
            throw new IllegalArgumentException("winnow.worker.scan-threads must be 0 or more, is " + scanThreads);
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("winnow.worker.concurrency must be 1 or more, is " + concurrency);
        }
        scanThreads = scanThreads == 0 ? Runtime.getRuntime().availableProcessors() : scanThreads;
    }
}
