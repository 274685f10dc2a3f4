package dev.winnow.bench.ingest;

import dev.winnow.bench.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A {@link BenchServer} in a process of its own. */
final class Server implements AutoCloseable {
    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Server start(String kind) throws IOException {
        List<String> command = Jvm.commandFor(BenchServer.class, "-Xmx512m", "-Xms512m");
        command.add(kind);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.matches("\\d+")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the server '" + kind + "' ended before it served; see its output above");
        }
        // A full pipe would hold up the server at its next log line.
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
        return new Server(process, Integer.parseInt(line));
    }

    int port() {
        return port;
    }

    /** The processor time that the process has used so far. */
    Duration readCpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
