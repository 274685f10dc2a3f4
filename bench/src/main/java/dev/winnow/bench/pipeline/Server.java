package dev.winnow.bench.pipeline;

import dev.winnow.bench.Jvm;
import dev.winnow.local.server.DataFolder;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, on a fresh data folder: API, queue, worker and store in one JVM. One thread at a time. */
final class Server implements AutoCloseable {
    static final String APP_TOKEN = "bench-app-token-0123456789";
    static final int TENANTS = 10;

    private static final String HEAP = "2g";
    private static final String DEEP_HEAP = "8g";
    private static final Pattern ENDPOINT = Pattern.compile("serves on (http://\\S+?),?(\\s|$)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern COMPILING = Pattern.compile("java.ci.totalTime=(\\d+)");

    private static final Duration REST_STEP = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT_FOR_REST = Duration.ofSeconds(2);

    private final Process process;
    private final URI endpoint;
    private final List<String> keys;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final PrintStream commands;
    private volatile boolean closed;

    private Server(Process process, BufferedReader out, URI endpoint, List<String> keys) {
        this.process = process;
        this.endpoint = endpoint;
        this.keys = keys;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> readAnswers(out));
    }

    /** Starts Winnow with its services near. */
    static Server startWinnow(Path data, int tenants) throws IOException {
        return startProcess(HEAP, data, tenants, MeteredServer.class, data.toString());
    }

    /** Starts Winnow with room for a queue of a million envelopes in memory. */
    static Server startWinnowWithDeepQueue(Path data) throws IOException {
        return startProcess(DEEP_HEAP, data, TENANTS, MeteredServer.class, data.toString());
    }

    /** Starts the peer, which takes this many messages at once. */
    static Server startNaive(Path data, int concurrency) throws IOException {
        return startProcess(HEAP, data, 1, NaivePeer.class, data.toString(), String.valueOf(concurrency));
    }

    private static Server startProcess(String heap, Path data, int tenants, Class<?> main, String... arguments)
            throws IOException {
        List<String> keys = writeTenants(data, tenants);
        List<String> command = Jvm.commandFor(main, "-Xms" + heap, "-Xmx" + heap);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolve("server.log").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher serving = ENDPOINT.matcher(line);
            if (serving.find()) {
                return new Server(process, out, URI.create(serving.group(1)), keys);
            }
        }
        throw new IOException(main.getName() + " ended before it served: see " + data.resolve("server.log"));
    }

    /** Reads answers until the process ends: closing the stream earlier would end the process in the middle of a read. */
    private void readAnswers(BufferedReader out) {
        try {
            out.lines().filter(line -> line.startsWith("meters ")).forEach(answers::add);
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private static List<String> writeTenants(Path data, int count) throws IOException {
        List<String> keys = new ArrayList<>();
        List<Tenant> tenants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = ApiKey.generateKey();
            keys.add(key);
            tenants.add(new Tenant(
                    "tenant-" + i,
                    List.of(new ApiKey("bench", ApiKey.hashKey(key), Set.of(Scope.SUBMIT))),
                    i == 0 ? withApp(TenantSettings.DEFAULT) : TenantSettings.DEFAULT));
        }
        Files.createDirectories(data);
        Files.writeString(data.resolve("tenants.yaml"), TenantFile.writeDocument(tenants));
        Files.writeString(DataFolder.demoKeyFile(data), keys.getFirst());
        return keys;
    }

    private static TenantSettings withApp(TenantSettings settings) {
        return new TenantSettings(
                settings.junkThreshold(),
                settings.promotionThreshold(),
                settings.senders(),
                null,
                APP_TOKEN,
                null,
                null);
    }

    URI endpoint() {
        return endpoint;
    }

    List<String> keys() {
        return keys;
    }

    /** Keeps the process to one core from now on. Needs Linux's {@code taskset}. */
    void pinToCore(int core) throws IOException, InterruptedException {
        List<String> command = List.of("taskset", "-a", "-c", "-p", String.valueOf(core), String.valueOf(processId()));
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("failed: " + command);
        }
    }

    long processId() {
        return process.pid();
    }

    /** The processor time that the process has used so far. */
    Duration readCpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * The same once the process uses less than a fifth of a core, or after two seconds: the server judges for a while after the last
     * submit.
     */
    Duration cpuAtRest() {
        long end = System.nanoTime() + LONGEST_WAIT_FOR_REST.toNanos();
        Duration before;
        Duration now = readCpu();
        do {
            before = now;
            LockSupport.parkNanos(REST_STEP.toNanos());
            now = readCpu();
        } while (now.minus(before).compareTo(REST_STEP.dividedBy(5)) > 0 && System.nanoTime() - end < 0);
        return now;
    }

    /** Sends a command of {@link MeteredServer}, which the peer does not know, and returns its meters. */
    Meters readMeters(String command) throws InterruptedException {
        commands.println(command);
        return Meters.parseLine(answers.take());
    }

    /** The time that the compilers of the process have worked so far, by the clock: two compilers at once count twice. */
    Duration readCompileTime() throws IOException {
        Matcher nanos = COMPILING.matcher(runJcmd("PerfCounter.print"));
        if (!nanos.find()) {
            throw new IOException("the process does not tell how long it has compiled");
        }
        return Duration.ofNanos(Long.parseLong(nanos.group(1)));
    }

    /** Runs a diagnostic command of the JDK in the process and returns its output. */
    String runJcmd(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jvm.toolPath("jcmd"), String.valueOf(processId())));
        command.addAll(List.of(arguments));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.onExit().join().exitValue() != 0) {
            throw new IOException("failed: " + command + ": " + said);
        }
        return said;
    }

    /** The rate of the peer's queue alone, in messages a second. */
    double queuePart() throws InterruptedException {
        commands.println("queue");
        return Double.parseDouble(answers.take().split(" ", -1)[1]);
    }

    /** The memory that the process holds now, in bytes; 0 on a system without /proc. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        Matcher resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
        return resident.find() ? Long.parseLong(resident.group(1)) * 1024 : 0;
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly().onExit().join();
    }
}
