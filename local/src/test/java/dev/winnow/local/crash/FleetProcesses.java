package dev.winnow.local.crash;

import static org.awaitility.Awaitility.await;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.FaultProxy;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.history.MessageHistory;
import dev.winnow.publication.Publication;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** An API and a worker in processes of their own, configured as on AWS, with an emulated AWS that can be made to fail. */
final class FleetProcesses implements AutoCloseable {
    static final String KEY = ApiKey.generateKey();
    static final Duration VISIBILITY = Duration.ofSeconds(5);

    final FaultProxy proxy = new FaultProxy(Aws.shared().endpoint());
    final SqsSettings queues = Aws.shared().newQueues(VISIBILITY);
    final String table = Aws.shared().newTable();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final String bucket = "b-" + UUID.randomUUID();
    private final Path folder;
    private final int port = freePort();
    private final int workerPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    FleetProcesses(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::killAll));
        publish();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Process startApi() {
        return startAndAwait("dev.winnow.ingest.IngestApplication", api().resolve("/ping"));
    }

    /** Starts a worker and returns when it receives. A worker that finds no queue at its start gives up at once, and ECS starts another. */
    Process startWorker() {
        return startAndAwait(
                "dev.winnow.worker.WorkerApplication", URI.create("http://127.0.0.1:" + workerPort + "/livez"));
    }

    private Process startAndAwait(String mainClass, URI alive) {
        Process process = start(mainClass);
        await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || answers(alive));
        if (!process.isAlive()) {
            throw new IllegalStateException(mainClass + " did not start: see " + folder);
        }
        return process;
    }

    Process start(String mainClass) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(mainClass + ".log").toFile()));
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new IllegalStateException("cannot start " + mainClass, e);
        }
    }

    /** The number of dead letters. */
    long deadLetters() {
        try (SqsAsyncClient client = Aws.shared().sqs()) {
            return SqsQueues.openDepth(client, queues.deadLetterQueue())
                    .readDepth()
                    .total();
        }
    }

    /** The number of messages in the history. */
    int countHistory() {
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            MessageHistory history = aws.openHistory(bucket);
            int messages = 0;
            @Nullable String cursor = MessageHistory.START;
            while (cursor != null) {
                MessageHistory.Page page =
                        history.readPage(Instant.now().minus(Duration.ofHours(1)), Instant.now(), cursor);
                messages += page.messages().size();
                cursor = page.next();
            }
            return messages;
        }
    }

    /** Sends SIGKILL. */
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("SPRING_CONFIG_IMPORT", "aws-parameterstore:" + path),
                Map.entry("SPRING_CLOUD_AWS_ENDPOINT", proxy.endpoint().toString()),
                Map.entry("SPRING_CLOUD_AWS_REGION_STATIC", "us-east-1"),
                Map.entry("SPRING_CLOUD_AWS_CREDENTIALS_ACCESSKEY", "test"),
                Map.entry("SPRING_CLOUD_AWS_CREDENTIALS_SECRETKEY", "test"),
                Map.entry("LOGGING_CONFIG", "classpath:logback-fleet.xml"),
                Map.entry("LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash"),
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("MANAGEMENT_SERVER_PORT", "0"),
                Map.entry("WINNOW_METRICS_PORT", Integer.toString(workerPort)),
                Map.entry("WINNOW_STORE", "dynamodb"),
                Map.entry("WINNOW_DYNAMODB_TABLE", table),
                Map.entry("WINNOW_BUCKET", bucket),
                Map.entry("WINNOW_HISTORY_BUCKET", bucket),
                Map.entry("WINNOW_DATA", folder.resolve("data").toString()),
                Map.entry("WINNOW_PARAMETERS_PATH", path),
                Map.entry("WINNOW_QUEUE_SCANQUEUE", queues.scanQueue()),
                Map.entry("WINNOW_QUEUE_BULKQUEUE", queues.bulkQueue()),
                Map.entry("WINNOW_QUEUE_DEADLETTERQUEUE", queues.deadLetterQueue()),
                Map.entry("WINNOW_QUEUE_VISIBILITY", VISIBILITY.toSeconds() + "s"));
    }

    private boolean answers(URI alive) {
        try {
            HttpRequest ping =
                    HttpRequest.newBuilder(alive).timeout(Duration.ofSeconds(2)).build();
            return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void publish() {
        try (S3Client objects = Aws.shared().objects();
                SsmClient parameters = Aws.shared().parameters();
                AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            objects.createBucket(create -> create.bucket(bucket));
            parameters.putParameter(put -> put.name(path + "winnow.id-secrets")
                    .value("0:" + "A".repeat(43) + "=")
                    .type(ParameterType.SECURE_STRING));
            ApiKey key = new ApiKey("test", ApiKey.hashKey(KEY), Set.of(Scope.SUBMIT));
            TenantSettings settings = TenantSettings.DEFAULT.withHistory(new HistoryConsent(7, 1));
            String tenants = TenantFile.writeDocument(List.of(new Tenant("demo", List.of(key), settings)));
            aws.openPublication(path + "tenants-pointer", bucket, "tenants/", folder)
                    .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
            publishRules(aws.openPublication(path + "rules-pointer", bucket, "rules/", folder));
        }
    }

    private static void publishRules(Publication rules) {
        try (RuleSet compiled =
                RuleCompiler.compile("test", RuleFolder.bundledSources()).orThrow()) {
            RuleBundle.Manifest manifest = new RuleBundle.Manifest(
                    "test",
                    compiled.version(),
                    RuleSet.ENGINE_VERSION,
                    compiled.rules().size(),
                    List.of());
            rules.publishContent("test.zip", new RuleBundle(manifest, RuleFolder.bundledSources()).toBytes());
        }
    }

    private synchronized void killAll() {
        processes.forEach(process -> process.destroyForcibly().onExit().join());
        processes.clear();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    @Override
    public void close() {
        killAll();
        http.close();
        proxy.close();
    }
}
