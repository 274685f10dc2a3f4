package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.aws.Aws;
import dev.winnow.aws.SqsSettings;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** An API in a process of its own, on a SQLite file that other processes of the machine share. */
class SharedFileIT {
    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));

    @TempDir
    private Path data;

    @Test
    void isNotReadyWhileTheFileTakesNoWrites() throws Exception {
        ApiKey key = new ApiKey("phone", ApiKey.hashKey(RunningApi.KEY), Set.of(Scope.SUBMIT));
        Files.writeString(
                data.resolve("tenants.yaml"),
                TenantFile.writeDocument(List.of(new Tenant("acme", List.of(key), TenantSettings.DEFAULT))));
        try (ConfigurableApplicationContext context = start()) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            ApiClient client = new ApiClient(port, RunningApi.KEY);
            assertThat(client.get("/readyz").status()).isEqualTo(200);

            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("winnow.db"));
                    Statement statement = other.createStatement()) {
                statement.executeUpdate("BEGIN IMMEDIATE");
                assertThat(client.post("/v1/messages", "{\"text\":\"hello\"}", "Idempotency-Key", "one")
                                .status())
                        .isEqualTo(503);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> client.get("/readyz").status() == 503);
                assertThat(client.get("/readyz").text()).contains("the database file takes no writes");
                statement.executeUpdate("ROLLBACK");
            }

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.get("/readyz").status() == 200);
        }
    }

    private ConfigurableApplicationContext start() {
        return IngestApplication.startAlone(Stream.of(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "management.server.port=0",
                        "winnow.data=" + data,
                        "winnow.tenants=" + data.resolve("tenants.yaml"),
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
}
