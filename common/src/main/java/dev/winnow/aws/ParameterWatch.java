package dev.winnow.aws;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Reads a few parameters about once a minute, with one call for all of them, and hands changed values to their listeners. After any failure
 * the last values stay in force and {@link #staleFor} grows. The pause is random, so that the tasks of a fleet do not ask in step
 * (Parameter Store answers 40 requests a second for each account).
 */
public final class ParameterWatch implements AutoCloseable {
    /** The most names that one GetParameters takes. */
    static final int MAX_NAMES = 10;

    private static final Logger log = LoggerFactory.getLogger(ParameterWatch.class);

    private final SsmClient parameters;
    private final Map<String, Consumer<String>> listeners = new LinkedHashMap<>();
    private final Map<String, String> inForce = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parameters").factory());
    private volatile long freshNanos = System.nanoTime();

    ParameterWatch(SsmClient parameters) {
        this.parameters = parameters;
    }

    /**
     * Adds a parameter. Call before {@link #start}.
     *
     * @param inForce the value that the application began with
     * @param listener takes a changed value; if it throws, the value is not in force and is handed to it again at the next reading
     */
    public ParameterWatch onChange(String name, String inForce, Consumer<String> listener) {
        if (listeners.size() == MAX_NAMES) {
            throw new IllegalStateException("one call reads at most " + MAX_NAMES + " parameters");
        }
        listeners.put(name, listener);
        this.inForce.put(name, inForce);
        return this;
    }

    /** Starts reading, after random pauses from half of the period to one and a half. */
    public ParameterWatch start(Duration period) {
        scheduleCheck(period);
        return this;
    }

    /** The time since all values in force were last seen to be equal to the parameters. */
    public Duration staleFor() {
        return Duration.ofNanos(System.nanoTime() - freshNanos);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void scheduleCheck(Duration period) {
        long millis = period.toMillis();
        long pause = ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2 + 1);
        Future<?> _ = timer.schedule(
                () -> {
                    checkParameters();
                    scheduleCheck(period);
                },
                pause,
                TimeUnit.MILLISECONDS);
    }

    private void checkParameters() {
        try {
            GetParametersResponse answer = parameters.getParameters(
                    get -> get.names(listeners.keySet()).withDecryption(true));
            boolean fresh = answer.invalidParameters().isEmpty();
            if (!fresh) {
                log.error("Parameters are missing; their last values stay in force: {}", answer.invalidParameters());
            }
            for (Parameter parameter : answer.parameters()) {
                fresh &= hasBeenHandedOn(parameter);
            }
            if (fresh) {
                freshNanos = System.nanoTime();
            }
        } catch (RuntimeException e) {
            log.error("Could not read the parameters; the last values stay in force: {}", e.toString());
        }
    }

    private boolean hasBeenHandedOn(Parameter parameter) {
        String name = parameter.name();
        Consumer<String> listener = listeners.get(name);
        if (listener == null || parameter.value().equals(inForce.get(name))) {
            return true;
        }
        try {
            listener.accept(parameter.value());
            inForce.put(name, parameter.value());
            log.info("Parameter {} has changed; its version {} is in force", name, parameter.version());
            return true;
        } catch (RuntimeException e) {
            log.error(
                    "The new value of parameter {} is not usable; the last value stays in force: {}",
                    name,
                    e.toString());
            return false;
        }
    }
}
