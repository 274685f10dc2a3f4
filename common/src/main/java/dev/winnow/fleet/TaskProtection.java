package dev.winnow.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks ECS not to stop this task while it works, so that scale-in and deployments take idle tasks first. Protection begins with work, is
 * renewed before it ends, and is given up after a time without work. It has no effect on Spot interruptions, for which the task drains.
 *
 * <p>Endpoint: {@code PUT ${ECS_AGENT_URI}/task-protection/v1/state} (ECS Developer Guide, task scale-in protection endpoint).
 */
public final class TaskProtection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TaskProtection.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int EXPIRES_IN_MINUTES = 10;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final URI endpoint;
    private final WorkActivity work;
    private final int quietLooks;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("task-protection").factory());
    private final int renewLooks;
    private long seen;
    private int quiet;
    private int sinceRenewed;
    private boolean isProtected;

    private TaskProtection(URI agent, WorkActivity work, Duration every, Duration quiet) {
        this.endpoint = URI.create(agent + "/task-protection/v1/state");
        this.work = work;
        this.quietLooks = (int) Math.max(1, quiet.dividedBy(every));
        this.renewLooks =
                (int) Math.max(1, Duration.ofMinutes(EXPIRES_IN_MINUTES).dividedBy(every) / 2);
        this.seen = work.receivedCount();
    }

    /**
     * Starts checking the task's work every 5 s; protection ends after 30 s without work.
     *
     * @param agent {@code ECS_AGENT_URI}
     * @param work the work of the task; a count that has changed between two checks means work
     */
    public static TaskProtection start(URI agent, WorkActivity work) {
        return start(agent, work, LOOK_EVERY, QUIET);
    }

    /**
     * Starts checking the task's work.
     *
     * @param every the time between two checks
     * @param quiet the time without work after which protection ends
     */
    static TaskProtection start(URI agent, WorkActivity work, Duration every, Duration quiet) {
        TaskProtection protection = new TaskProtection(agent, work, every, quiet);
        Future<?> _ = protection.timer.scheduleWithFixedDelay(
                protection::checkActivity, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return protection;
    }

    /** Ends protection, so that ECS does not wait for a task that has ended. Waits for a check under way, at most 5 s. */
    @Override
    public void close() {
        // An interrupt would leave it open whether ECS has granted the protection that is just asked for.
        timer.shutdown();
        endProtection();
    }

    private synchronized void endProtection() {
        if (isProtected) {
            isProtected = !requestProtection(false);
        }
    }

    private synchronized void checkActivity() {
        long now = work.receivedCount();
        boolean busy = now != seen || work.isBusy();
        seen = now;
        quiet = busy ? 0 : quiet + 1;
        sinceRenewed++;
        if (busy && (!isProtected || sinceRenewed >= renewLooks)) {
            isProtected = requestProtection(true);
            sinceRenewed = 0;
        } else if (isProtected && quiet >= quietLooks) {
            isProtected = !requestProtection(false);
        }
    }

    private boolean requestProtection(boolean enabled) {
        String body = enabled
                ? "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":" + EXPIRES_IN_MINUTES + "}"
                : "{\"ProtectionEnabled\":false}";
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return true;
            }
            log.warn(
                    "ECS did not change the task's protection from scale-in; it is asked for again: {} {}",
                    answer.statusCode(),
                    answer.body());
        } catch (IOException e) {
            log.warn(
                    "The ECS agent at {} did not answer a change of the protection from scale-in; it is asked for again: {}",
                    endpoint,
                    e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
