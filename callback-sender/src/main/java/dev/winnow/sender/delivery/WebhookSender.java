package dev.winnow.sender.delivery;

import dev.winnow.fleet.Liveness;
import dev.winnow.fleet.WorkActivity;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.Subscription;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Calls endpoints with new verdicts from the queue of notices, and with due webhooks from the store. */
public final class WebhookSender implements WorkActivity, Liveness, AutoCloseable {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-attempts").factory());
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger working = new AtomicInteger();
    private final WebhookHttpClient http;
    private final RecentAttempts attempts;
    private final DueSweeper sweeper;
    private final Subscription subscription;

    private WebhookSender(
            WebhookPorts ports,
            WebhookQueue queue,
            MessageIds ids,
            SenderMetrics metrics,
            Limits limits,
            DnsResolver names) {
        Clock clock = Clock.systemUTC();
        EndpointCache endpoints = new EndpointCache(ports.endpoints(), clock);
        this.http = new WebhookHttpClient(ports.urls(), names, WebhookHttpClient.TIMEOUT);
        this.attempts = new RecentAttempts(ports.attempts());
        EndpointCaller caller = new EndpointCaller(
                endpoints, ports.sealer(), http, attempts, metrics, clock, limits.callsPerEndpoint());
        CallAttempts calls = new CallAttempts(caller, ports.due(), metrics, clock);
        NoticeListener listener = new NoticeListener(queue, endpoints, new WebhookBodies(ids), calls, threads, clock);
        Future<?> _ = writer.scheduleWithFixedDelay(
                attempts::saveAttempts, SAVE_EVERY.toMillis(), SAVE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        this.sweeper = DueSweeper.start(ports.due(), calls, threads, metrics, clock, SWEEP_EVERY);
        this.subscription = queue.subscribe(
                batch -> {
                    working.incrementAndGet();
                    received.addAndGet(batch.size());
                    try {
                        return listener.receiveBatch(batch);
                    } finally {
                        working.decrementAndGet();
                    }
                },
                limits.notices());
    }

    /**
     * The limits of one sender.
     *
     * @param notices the most notices that are held at once, one for each envelope; at least 1
     * @param callsPerEndpoint the most calls that one endpoint gets at once; at least 1
     */
    public record Limits(int notices, int callsPerEndpoint) {
        public Limits {
            if (notices < 1 || callsPerEndpoint < 1) {
                throw new IllegalArgumentException(
                        "notices and callsPerEndpoint must be 1 or more, are " + notices + " and " + callsPerEndpoint);
            }
        }
    }

    /** Starts calling. */
    public static WebhookSender start(
            WebhookPorts ports, WebhookQueue queue, MessageIds ids, SenderMetrics metrics, Limits limits) {
        return start(ports, queue, ids, metrics, limits, SystemDefaultDnsResolver.INSTANCE);
    }

    static WebhookSender start(
            WebhookPorts ports,
            WebhookQueue queue,
            MessageIds ids,
            SenderMetrics metrics,
            Limits limits,
            DnsResolver names) {
        return new WebhookSender(ports, queue, ids, metrics, limits, names);
    }

    @Override
    public long receivedCount() {
        return received.get();
    }

    @Override
    public boolean isBusy() {
        return working.get() > 0;
    }

    /** Whether notices can be received; after false only a new process receives again. */
    @Override
    public boolean isReceiving() {
        return subscription.isReceiving();
    }

    /** Stops receiving, waits for the calls under way, and stores the last attempts. A second call does nothing. */
    @Override
    public void close() {
        sweeper.close();
        subscription.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
            http.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer.shutdownNow();
        attempts.saveAttempts();
    }
}
