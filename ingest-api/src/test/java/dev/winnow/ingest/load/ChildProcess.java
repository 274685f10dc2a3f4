package dev.winnow.ingest.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another JVM with the same class path, that answers one line to each line it is sent. Its output is read all the time. One thread. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private final PrintStream commands;

    private ChildProcess(Process process) {
        this.process = process;
        // A full pipe would hold up the child at its next log line.
        Thread.ofVirtual().start(this::readAnswers);
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static ChildProcess start(String heap, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a line and returns the answer. */
    String ask(String command) throws InterruptedException {
        commands.println(command);
        return next();
    }

    /** Sends a line and returns the number that answers it; log lines between are passed over. */
    int askNumber(String command) throws InterruptedException {
        String line = ask(command);
        while (!line.matches("-?[0-9]+")) {
            line = next();
        }
        return Integer.parseInt(line);
    }

    /** The next line it prints by itself. */
    String next() throws InterruptedException {
        return answers.take().orElseThrow(() -> new AssertionError("the child process ended early"));
    }

    private void readAnswers() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(Optional.of(line));
            }
        } catch (IOException killed) {
            // A killed process prints nothing more.
        }
        answers.add(Optional.empty());
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
