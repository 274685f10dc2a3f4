package dev.winnow.lab.load;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a load as an open loop: requests are due at a constant rate, even when the server is slow, and the wait for a free connection
 * counts. One run a load; all work except {@link #runPlan} happens on one event loop.
 */
public final class LoadRun {
    private static final long TICK_MICROS = 500;
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int WAIT_SECONDS = 25;
    private static final int FOLLOWERS = 64;
    private static final int SHUTDOWN_SECONDS = 5;
    private static final int SEED = 42;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LoadPlan plan;
    private final Consumer<LoadProgress> progress;
    private final EventLoop loop;
    private final HttpConnections submits;
    private final HttpConnections follows;
    private final Requests requests;
    private final MessageMix mix;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final CompletableFuture<Double> sent = new CompletableFuture<>();
    private final List<List<String>> accepted = new ArrayList<>();
    private final Map<Integer, Long> refused = new HashMap<>();
    private final Histogram accept = new Histogram(3);
    private final Histogram refuse = new Histogram(3);
    private final Histogram followed = new Histogram(3);
    private long start;
    private long next;
    private long acceptedMessages;
    private long lastProgress;
    private long lastAnswer;
    private String failure = "";

    private LoadRun(LoadPlan plan, Consumer<LoadProgress> progress, EventLoop loop) {
        this.plan = plan;
        this.progress = progress;
        this.loop = loop;
        this.submits = new HttpConnections(loop, plan.endpoint(), plan.connections(), plan.freshConnections());
        this.follows = new HttpConnections(loop, plan.endpoint(), FOLLOWERS, false);
        this.requests = new Requests(plan.endpoint(), plan.keys(), plan.batch() == 1, plan.freshConnections());
        this.mix = new MessageMix(SEED, plan.junkPercent());
        plan.keys().forEach(_ -> accepted.add(new ArrayList<>()));
    }

    /** As {@link #runPlan(LoadPlan, Consumer, Duration, Runnable)}, without an action in between. */
    public static LoadResult runPlan(LoadPlan plan, Consumer<LoadProgress> progress, Duration patience) {
        return runPlan(plan, progress, patience, () -> {});
    }

    /**
     * Sends the load, then reads the verdict of every accepted message. Blocks.
     *
     * @param progress called about once a second while sending, on another thread
     * @param patience the time without any new verdict after which messages without one count as lost
     * @param between runs on this thread when all requests are answered, before the verdicts are read
     */
    public static LoadResult runPlan(
            LoadPlan plan, Consumer<LoadProgress> progress, Duration patience, Runnable between) {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            LoadRun run = new LoadRun(plan, progress, (EventLoop) group.next());
            run.loop.execute(run::beginSending);
            double seconds = run.sent.join();
            between.run();
            VerdictReadback settlement =
                    new VerdictReadback(run.loop, plan, run.requests, run.accepted, patience).awaitAll();
            return new LoadResult(
                    plan,
                    seconds,
                    settlement.judgingSeconds(),
                    run.acceptedMessages,
                    run.refused,
                    run.failure,
                    settlement.verdicts(),
                    run.accept,
                    run.refuse,
                    settlement.latency(),
                    run.followed);
        } finally {
            var _ = group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                    .awaitUninterruptibly();
        }
    }

    private void beginSending() {
        start = System.nanoTime();
        lastProgress = start;
        Future<?> _ = loop.scheduleAtFixedRate(this::sendDue, 0, TICK_MICROS, TimeUnit.MICROSECONDS);
    }

    private void sendDue() {
        long now = System.nanoTime() - start;
        while (next < plan.requestCount() && plan.dueNanos(next) <= now) {
            submitRequest(next++);
        }
        if (now + start - lastProgress > 1_000_000_000L) {
            lastProgress = now + start;
            progress.accept(
                    new LoadProgress(now / 1e9, next * plan.batch(), acceptedMessages, countRefusals(), accept));
        }
        int open = submits.openRequests() + follows.openRequests();
        boolean silent = now - Math.max(lastAnswer, plan.dueNanos(plan.requestCount())) > GIVE_UP_NANOS;
        if (!sent.isDone() && next == plan.requestCount() && (open == 0 || silent)) {
            if (open > 0) {
                refused.merge(0, (long) open, Long::sum);
            }
            sent.complete(Math.max(lastAnswer, 1) / 1e9);
        }
    }

    private void recordFailure(Throwable cause) {
        if (sent.isDone()) {
            return;
        }
        refused.merge(0, 1L, Long::sum);
        failure = String.valueOf(cause.getMessage());
    }

    private long countRefusals() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    private void submitRequest(long request) {
        int key = (int) (request % plan.keys().size());
        long due = start + plan.dueNanos(request);
        submits.sendRequest(requests.submitRequest(key, mix.nextBody(plan.batch())), new HttpConnections.Listener() {
            private long sentAt;

            @Override
            public void onSent() {
                sentAt = System.nanoTime();
            }

            @Override
            public void onAnswer(int status, String body) {
                if (sent.isDone()) {
                    return;
                }
                long now = System.nanoTime();
                lastAnswer = now - start;
                if (status == 202 || status == 200) {
                    accept.recordValue((now - due) / 1_000);
                    acceptedIn(key, body, now);
                } else {
                    refuse.recordValue((now - sentAt) / 1_000);
                    refused.merge(status, 1L, Long::sum);
                }
            }

            @Override
            public void onFailure(Throwable cause) {
                recordFailure(cause);
            }
        });
    }

    private void acceptedIn(int key, String body, long now) {
        JsonNode answer = JSON.readTree(body);
        List<String> ids = new ArrayList<>();
        if (plan.batch() == 1) {
            ids.add(answer.path("id").asString());
        } else {
            for (JsonNode each : answer.path("results")) {
                if (each.has("id")) {
                    ids.add(each.path("id").asString());
                } else {
                    refused.merge(each.path("status").asInt(), 1L, Long::sum);
                }
            }
        }
        acceptedMessages += ids.size();
        accepted.get(key).addAll(ids);
        if (!ids.isEmpty() && random.nextDouble() * 100 < plan.followedPercent()) {
            followMessage(key, ids.getFirst(), now);
        }
    }

    private void followMessage(int key, String id, long since) {
        follows.sendRequest(requests.awaitRequest(key, id, WAIT_SECONDS), new HttpConnections.Listener() {
            @Override
            public void onAnswer(int status, String body) {
                if (status == 200) {
                    followed.recordValue((System.nanoTime() - since) / 1_000);
                }
            }

            @Override
            public void onFailure(Throwable cause) {
                recordFailure(cause);
            }
        });
    }
}
