package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.aws.ElasticMq;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class IngestServiceIT {
    private static final String SECRETS = "winnow.id-secrets=1:" + "B".repeat(43) + "=,0:" + "A".repeat(43) + "=";

    @TempDir
    private Path data;

    @Test
    void startsAgainstAnSqsEndpointAndASharedFile() throws Exception {
        try (ElasticMq sqs = new ElasticMq();
                SqsAsyncClient queue = sqs.client()) {
            SqsQueues.createQueues(queue, SqsSettings.DEFAULT);
            Files.writeString(data.resolve("tenants.yaml"), tenants());

            try (ConfigurableApplicationContext context = start(sqs.endpoint().toString(), SECRETS)) {
                int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
                ApiClient client = new ApiClient(port, RunningApi.KEY);

                ApiClient.Answer accepted = client.post("/v1/messages", "{\"text\":\"over the wire\"}");
                ApiClient.Answer queued = client.get("/v1/messages/" + accepted.id());

                assertThat(accepted.status()).isEqualTo(202);
                assertThat(queued.json().path("status").asString()).isEqualTo("queued");
                String url = queue.getQueueUrl(request -> request.queueName("winnow-scan"))
                        .join()
                        .queueUrl();
                assertThat(queue.receiveMessage(request -> request.queueUrl(url))
                                .join()
                                .messages())
                        .singleElement()
                        .satisfies(message -> assertThat(message.body()).contains("over the wire"));
            }
        }
    }

    @Test
    void answersVersion() {
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            IngestApplication.main("version");
        } finally {
            System.setOut(terminal);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("winnow ingest-api ");
    }

    private ConfigurableApplicationContext start(String endpoint, String... more) throws Exception {
        Files.writeString(data.resolve("tenants.yaml"), tenants());
        return IngestApplication.startAlone(Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "management.server.port=0",
                                "winnow.data=" + data,
                                "winnow.tenants=" + data.resolve("tenants.yaml"),
                                "spring.cloud.aws.endpoint=" + endpoint,
                                "spring.cloud.aws.region.static=us-east-1",
                                "spring.cloud.aws.credentials.access-key=x",
                                "spring.cloud.aws.credentials.secret-key=x"),
                        Stream.of(more))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    private static String tenants() {
        ApiKey key = new ApiKey("phone", ApiKey.hashKey(RunningApi.KEY), Set.of(Scope.SUBMIT));
        return TenantFile.writeDocument(List.of(new Tenant("acme", List.of(key), TenantSettings.DEFAULT)));
    }
}
