package dev.winnow.sender;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.aws.ElasticMq;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.WebhookQueueSettings;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.sender.delivery.WebhookSender;
import dev.winnow.tenant.TenantFile;
import dev.winnow.webhook.WebhookSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SenderServiceIT {
    private static final String KEY = "winnow.callbacks.master-key=0:" + "A".repeat(43) + "=";
    private static final String SECRETS = "winnow.id-secrets=0:" + "A".repeat(43) + "=";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void worksWithoutTheScanQueues() throws Exception {
        try (ElasticMq sqs = new ElasticMq();
                SqsAsyncClient client = sqs.client()) {
            SqsQueues.createWebhooks(client, WebhookQueueSettings.DEFAULT);

            try (ConfigurableApplicationContext context = start(sqs.endpoint().toString(), KEY, SECRETS)) {
                WebhookSender sender = context.getBean(WebhookSender.class);
                SqsQueues.openWebhooks(client, WebhookQueueSettings.DEFAULT).sendNotice(WebhookSamples.notice("acme"));

                await().until(() -> sender.receivedCount() == 1);
                assertThatThrownBy(() -> context.getBean(EnvelopeQueue.class))
                        .hasStackTraceContaining("there is no queue 'winnow-scan'");
            }
        }
    }

    @Test
    void asksForAMasterKey() {
        assertThatThrownBy(() -> start("http://127.0.0.1:1", SECRETS))
                .hasStackTraceContaining("WINNOW_CALLBACKS_MASTERKEY is not set");
        assertThatThrownBy(() -> start("http://127.0.0.1:1", SECRETS, "winnow.callbacks.master-key=unset"))
                .hasStackTraceContaining("WINNOW_CALLBACKS_MASTERKEY is not set");
    }

    @Test
    void refusesToCallTheInsideOfANetworkOnAws() {
        String allow = "winnow.callbacks.allow-local=true";

        assertThatThrownBy(() -> start("", KEY, SECRETS, allow, "winnow.store=dynamodb"))
                .hasStackTraceContaining("allow-local is for development and refused on AWS");
        assertThatThrownBy(() -> start("http://127.0.0.1:1", KEY, SECRETS, allow, "ecs.container.metadata.uri.v4=x"))
                .hasStackTraceContaining("allow-local is for development and refused on AWS");
    }

    private ConfigurableApplicationContext start(String endpoint, String... more) throws Exception {
        Files.writeString(data.resolve("tenants.yaml"), TenantFile.writeDocument(List.of()));
        return SenderApplication.startAlone(Stream.concat(
                        Stream.of(
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
}
