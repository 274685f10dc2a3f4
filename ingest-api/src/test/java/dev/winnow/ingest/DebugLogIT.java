package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.aws.WebhookQueueSettings;
import dev.winnow.service.RecordedLog;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** An API task with its root logger at trace: logs for finding faults must not hold texts of messages or secrets. */
class DebugLogIT {
    private static final String KEY = "wk_marked_key_for_the_debug_log";
    private static final String TEXT = "markedtext of a person";
    private static final String SECRET = "bWFya2VkLXNlY3JldC1tYXJrZWQtc2VjcmV0LW1hcmtlZC1zZWNyZXQ=";
    private static final String MASTER = "bWFya2VkLW1hc3RlcmtleS1tYXJrZWQtbWFzdGVyLWs=";

    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));
    private final RecordedLog log = new RecordedLog();

    @TempDir
    private Path data;

    @AfterEach
    void restoreLogLevels() {
        log.close();
    }

    @Test
    void holdsNoTextNoKeyAndNoSecret() {
        publish();
        try (SqsAsyncClient client = Aws.shared().sqs()) {
            SqsQueues.createWebhooks(client, WebhookQueueSettings.DEFAULT);
        }
        try (ConfigurableApplicationContext context = start()) {
            log.record();
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            ApiClient client = new ApiClient(port, KEY);

            assertThat(client.post("/v1/messages", "{\"text\":\"" + TEXT + "\"}")
                            .status())
                    .isEqualTo(202);
            var _ = client.post("/v1/messages", "{\"text\":\"" + TEXT);
            var _ = client.post("/v1/messages/batch", "{\"messages\":[{\"text\":\"" + TEXT + "\"}]}");
            var _ = client.post("/v1/reports", "{\"items\":[{\"text\":\"" + TEXT + "\"}]}");
            var _ = client.post("/v1/apple/message-filter", "{\"query\":{\"message\":{\"text\":\"" + TEXT + "\"}}}");
            var _ = client.post("/v1/apple/report", "{\"text\":\"" + TEXT + "\"}");
            var _ = client.post("/v1/compat/forwarder", "{\"text\":\"" + TEXT + "\"}");
            var _ = client.post("/nothing", TEXT, "Content-Type", "text/plain");
        }

        assertThat(log.lines()).hasSizeGreaterThan(50);
        assertThat(log.lines()).anyMatch(line -> line.startsWith("DEBUG"));
        for (String marker : List.of("markedtext", KEY, SECRET, MASTER)) {
            assertThat(log.lines()).noneMatch(line -> line.contains(marker));
        }
    }

    private ConfigurableApplicationContext start() {
        log.record();
        return IngestApplication.startAlone(Stream.of(
                        "logging.level.root=trace",
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "management.server.port=0",
                        "winnow.data=" + data,
                        "winnow.bucket=" + bucket,
                        "winnow.store=dynamodb",
                        "winnow.dynamodb.table=" + Aws.shared().newTable(),
                        "winnow.parameters.path=" + path,
                        "winnow.parameters.period=200ms",
                        "winnow.id-secrets=0:" + SECRET,
                        "winnow.callbacks.master-key=0:" + MASTER,
                        "winnow.queue.scan-queue=" + queues.scanQueue(),
                        "winnow.queue.bulk-queue=" + queues.bulkQueue(),
                        "winnow.queue.dead-letter-queue=" + queues.deadLetterQueue(),
                        "spring.cloud.aws.endpoint=" + Aws.shared().endpoint(),
                        "spring.cloud.aws.region.static=us-east-1",
                        "spring.cloud.aws.credentials.access-key=test",
                        "spring.cloud.aws.credentials.secret-key=test")
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    private void publish() {
        ApiKey key = new ApiKey("phone", ApiKey.hashKey(KEY), Set.of(Scope.SUBMIT));
        String tenants = TenantFile.writeDocument(List.of(new Tenant("acme", List.of(key), TenantSettings.DEFAULT)));
        try (S3Client objects = Aws.shared().objects();
                SsmClient parameters = Aws.shared().parameters();
                AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            objects.createBucket(create -> create.bucket(bucket));
            var _ = aws.openPublication(path + "tenants-pointer", bucket, "tenants/", data)
                    .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
            put(parameters, "winnow.id-secrets", "0:" + SECRET);
            put(parameters, "winnow.callbacks.master-key", "0:" + MASTER);
            put(parameters, "log-levels", "none");
        }
    }

    private void put(SsmClient parameters, String name, String value) {
        parameters.putParameter(put -> put.name(path + name).value(value).type(ParameterType.SECURE_STRING));
    }
}
