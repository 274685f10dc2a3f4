package dev.winnow.bench.scaling;

import dev.winnow.bench.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@link SlowWorker} with its last reported progress. Any thread. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final Instant asked = Instant.now();
    private volatile @Nullable Instant ready;
    private volatile long messages;
    private volatile int inFlight;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a worker.
     *
     * @param waitMillis the wait, twice for each message, in milliseconds
     * @param options more options of the JVM
     */
    static WorkerProcess start(URI queue, Path database, long waitMillis, String... options) throws IOException {
        Path log = database.resolveSibling("worker.log");
        List<String> command = Jvm.commandFor(
                SlowWorker.class,
                Stream.concat(Stream.of("-Xmx256m"), Stream.of(options)).toArray(String[]::new));
        command.addAll(List.of(queue.toString(), database.toString(), Long.toString(waitMillis)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        WorkerProcess worker = new WorkerProcess(process);
        Thread.ofPlatform().daemon().start(worker::readOutput);
        return worker;
    }

    private void readOutput() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(SlowWorker.READY)) {
                    ready = Instant.now();
                } else if (line.startsWith(SlowWorker.DONE)) {
                    String[] told = line.substring(SlowWorker.DONE.length()).split(" ", 2);
                    messages = Long.parseLong(told[0]);
                    inFlight = Integer.parseInt(told[1]);
                } else if (ready != null) {
                    System.err.println(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a worker's output cannot be read", e);
        }
    }

    Instant asked() {
        return asked;
    }

    /** The time at which it began to receive; null while it starts. */
    @Nullable Instant ready() {
        return ready;
    }

    /** The messages that it has given a verdict. */
    long messages() {
        return messages;
    }

    /** Whether it is protected from scale-in, as a task on ECS is while it works. */
    boolean isProtected() {
        return inFlight > 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time that it has used so far. */
    Duration readCpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Sends SIGTERM, after which it finishes its received messages. Does not wait. */
    void requestStop() {
        process.toHandle().destroy();
    }

    /** Waits until it has ended. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
