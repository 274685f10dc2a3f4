package dev.winnow.local;

import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code winnow run} as a process of its own, so that it can be killed. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern SERVES = Pattern.compile("Winnow serves on (\\S+),.*");

    private final Process process;
    private final Path data;
    private final URI endpoint;
    private final BlockingQueue<String> lines;

    private ServerProcess(Process process, Path data, URI endpoint, BlockingQueue<String> lines) {
        this.process = process;
        this.data = data;
        this.endpoint = endpoint;
        this.lines = lines;
    }

    URI endpoint() {
        return endpoint;
    }

    /** Waits at most 30 s for a line that the server prints after its address. */
    String awaitLine(String pattern) throws InterruptedException {
        for (String line = lines.poll(30, TimeUnit.SECONDS); line != null; line = lines.poll(30, TimeUnit.SECONDS)) {
            if (line.matches(pattern)) {
                return line;
            }
        }
        throw new AssertionError("the server printed no line " + pattern);
    }

    static ServerProcess start(Path data, String... options) throws IOException {
        return startProcess(
                data,
                Stream.concat(Stream.of("--no-console"), Stream.of(options)).toList());
    }

    /** Starts a server with its console, on a free port. */
    static ServerProcess startWithConsole(Path data) throws IOException {
        return startProcess(data, List.of("--console-port=0"));
    }

    private static ServerProcess startProcess(Path data, List<String> options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.winnow.local.Winnow",
                "run",
                "--port=0",
                "--data=" + data));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
        Process process = builder.start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        return new ServerProcess(process, data, awaitEndpoint(process, lines), lines);
    }

    WinnowClient client() throws IOException {
        return new WinnowClient(
                endpoint, Files.readString(DataFolder.demoKeyFile(data)).strip());
    }

    /** Sends SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM; true if the process ended by itself in time. */
    boolean stop(long seconds) throws InterruptedException {
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static URI awaitEndpoint(Process process, BlockingQueue<String> lines) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.append(line).append('\n');
            Matcher serves = SERVES.matcher(line);
            if (serves.matches()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(lines::add));
                return URI.create(serves.group(1));
            }
        }
        throw new IOException("the server ended before it served:\n" + seen);
    }
}
