package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.SqsSettings;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** An API task of a new fleet: Terraform has made the pointers, and nothing is published. */
class UnpublishedTenantsIT {
    private static final String MESSAGE = "{\"text\":\"hello\"}";

    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));

    @TempDir
    private Path data;

    @Test
    void startsSaysThatItWaitsAndTakesTheFirstTenants() {
        put("rules-pointer", "unset", ParameterType.STRING);
        put("tenants-pointer", "unset", ParameterType.STRING);
        put("log-levels", "none", ParameterType.STRING);
        put("winnow.id-secrets", "0:" + "A".repeat(43) + "=", ParameterType.SECURE_STRING);

        try (ConfigurableApplicationContext context = start()) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            ApiClient client = new ApiClient(port, RunningApi.KEY);

            assertThat(client.get("/ping").status()).isEqualTo(200);
            assertThat(client.get("/livez").status()).isEqualTo(200);
            assertThat(client.get("/readyz").status()).isEqualTo(503);
            assertThat(client.get("/readyz").text()).contains("OUT_OF_SERVICE", "winnow tenant add");
            assertThat(client.post("/v1/messages", MESSAGE).status()).isEqualTo(401);

            publishTenants();

            await().untilAsserted(
                            () -> assertThat(client.get("/readyz").status()).isEqualTo(200));
            assertThat(client.post("/v1/messages", MESSAGE).status()).isEqualTo(202);
        }
    }

    private ConfigurableApplicationContext start() {
        return IngestApplication.startAlone(Stream.of(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "management.server.port=0",
                        "winnow.data=" + data,
                        "winnow.bucket=" + bucket,
                        "winnow.parameters.path=" + path,
                        "winnow.parameters.period=200ms",
                        "winnow.id-secrets=0:" + "A".repeat(43) + "=",
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

    private void publishTenants() {
        ApiKey key = new ApiKey("phone", ApiKey.hashKey(RunningApi.KEY), Set.of(Scope.SUBMIT));
        String tenants = TenantFile.writeDocument(List.of(new Tenant("acme", List.of(key), TenantSettings.DEFAULT)));
        try (S3Client objects = Aws.shared().objects();
                AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            objects.createBucket(create -> create.bucket(bucket));
            var _ = aws.openPublication(path + "tenants-pointer", bucket, "tenants/", data)
                    .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void put(String name, String value, ParameterType type) {
        try (SsmClient parameters = Aws.shared().parameters()) {
            parameters.putParameter(
                    put -> put.name(path + name).value(value).type(type).overwrite(true));
        }
    }
}
