package dev.winnow.bench.pipeline;

import dev.winnow.local.server.DataFolder;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, on a fresh data folder: API, queue, worker and store in one JVM. */
final class Server implements AutoCloseable {
    private static final Pattern ENDPOINT = Pattern.compile("serves on (http://\\S+?),?(\\s|$)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Process process;
    private final URI endpoint;
    private final List<String> keys;

    private Server(Process process, URI endpoint, List<String> keys) {
        this.process = process;
        this.endpoint = endpoint;
        this.keys = keys;
    }

    /** Winnow as {@code winnow run} starts it. */
    static Server winnow(Path data, int tenants) throws IOException {
        return start("dev.winnow.local.Winnow", data, tenants, "run", "--port", "0", "--data", data.toString());
    }

    /** The peer. */
    static Server naive(Path data) throws IOException {
        return start(NaivePeer.class.getName(), data, 1, data.toString());
    }

    private static Server start(String mainClass, Path data, int tenants, String... arguments) throws IOException {
        List<String> keys = writeTenants(data, tenants);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolve("server.log").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher serving = ENDPOINT.matcher(line);
            if (serving.find()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return new Server(process, URI.create(serving.group(1)), keys);
            }
        }
        throw new IOException(mainClass + " ended before it served: see " + data.resolve("server.log"));
    }

    private static List<String> writeTenants(Path data, int count) throws IOException {
        List<String> keys = new ArrayList<>();
        List<Tenant> tenants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = ApiKey.generate();
            keys.add(key);
            tenants.add(new Tenant(
                    "tenant-" + i,
                    List.of(new ApiKey("bench", ApiKey.hash(key), Set.of(Scope.SUBMIT))),
                    TenantSettings.DEFAULT));
        }
        Files.createDirectories(data);
        Files.writeString(data.resolve("tenants.yaml"), TenantFile.write(tenants));
        Files.writeString(DataFolder.demoKeyFile(data), keys.getFirst());
        return keys;
    }

    URI endpoint() {
        return endpoint;
    }

    List<String> keys() {
        return keys;
    }

    /** The processor time that the process has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The most memory that the process ever held, in MiB; 0 where /proc does not tell. */
    long peakMebibytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        Matcher peak = PEAK.matcher(Files.exists(status) ? Files.readString(status) : "");
        return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : 0;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
