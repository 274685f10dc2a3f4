package dev.winnow.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A worker of a new fleet: Terraform has made the pointers, and nothing is published. */
class UnpublishedRulesIT {
    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void waitsForTheFirstPublicationAndReceivesNothingBefore() throws Exception {
        makeABucketAndPointers();
        int port = freePort();
        try (SqsAsyncClient client = Aws.shared().sqs();
                ConfigurableApplicationContext _ = start(port)) {
            String queue = client.getQueueUrl(get -> get.queueName(queues.scanQueue()))
                    .join()
                    .queueUrl();
            client.sendMessage(send -> send.queueUrl(queue).messageBody("foreign"))
                    .join();

            assertThat(read(port, "/livez")).startsWith("200");
            assertThat(read(port, "/readyz")).startsWith("503").contains("winnow rules publish");

            publishTenants();
            assertThat(SqsQueues.openDepth(client, queues.scanQueue())
                            .readDepth()
                            .visible())
                    .isEqualTo(1);

            publishRules();
            await().untilAsserted(() -> assertThat(read(port, "/readyz")).isEqualTo("200 ready\n"));
            await().untilAsserted(() -> assertThat(SqsQueues.openDepth(client, queues.scanQueue())
                            .readDepth()
                            .visible())
                    .isZero());

            makeABucketAndPointers();
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(read(port, "/readyz")).isEqualTo("200 ready\n"));
        }
    }

    private ConfigurableApplicationContext start(int port) {
        return WorkerApplication.startAlone(Stream.of(
                        "winnow.data=" + data,
                        "winnow.bucket=" + bucket,
                        "winnow.parameters.path=" + path,
                        "winnow.parameters.period=200ms",
                        "winnow.queue.scan-queue=" + queues.scanQueue(),
                        "winnow.queue.bulk-queue=" + queues.bulkQueue(),
                        "winnow.queue.dead-letter-queue=" + queues.deadLetterQueue(),
                        "winnow.metrics.port=" + port,
                        "spring.cloud.aws.endpoint=" + Aws.shared().endpoint(),
                        "spring.cloud.aws.region.static=us-east-1",
                        "spring.cloud.aws.credentials.access-key=test",
                        "spring.cloud.aws.credentials.secret-key=test")
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    private void makeABucketAndPointers() {
        try (S3Client objects = Aws.shared().objects();
                SsmClient parameters = Aws.shared().parameters()) {
            objects.createBucket(create -> create.bucket(bucket));
            Map.of("rules-pointer", "unset", "tenants-pointer", "unset", "log-levels", "none")
                    .forEach((name, value) -> parameters.putParameter(put -> put.name(path + name)
                            .value(value)
                            .type(ParameterType.STRING)
                            .overwrite(true)));
        }
    }

    private void publishTenants() {
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            String tenants = TenantFile.writeDocument(List.of(new Tenant("acme", List.of(), TenantSettings.DEFAULT)));
            var _ = aws.openPublication(path + "tenants-pointer", bucket, "tenants/", data)
                    .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void publishRules() throws IOException {
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint());
                RuleSet compiled = RuleCompiler.compile("test", RuleFolder.bundledSources())
                        .orThrow()) {
            RuleBundle.Manifest manifest = new RuleBundle.Manifest(
                    "test",
                    compiled.version(),
                    RuleSet.ENGINE_VERSION,
                    compiled.rules().size(),
                    List.of());
            var _ = aws.openPublication(path + "rules-pointer", bucket, "rules/", data)
                    .publishContent("test.zip", new RuleBundle(manifest, RuleFolder.bundledSources()).toBytes());
        }
    }

    private static String read(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
