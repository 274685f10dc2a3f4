package dev.winnow.ingest.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the same class path, that answers one line to each line it is sent. One thread. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private ChildProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
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
    String ask(String command) {
        commands.println(command);
        return next();
    }

    /** Sends a line and returns the number that answers it; log lines between are passed over. */
    int askNumber(String command) {
        String line = ask(command);
        while (!line.matches("-?[0-9]+")) {
            line = next();
        }
        return Integer.parseInt(line);
    }

    /** The next line it prints by itself. */
    String next() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the child process ended early");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
