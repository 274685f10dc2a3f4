package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.webhook.WebhookQueue;
import dev.winnow.webhook.WebhookQueueContract;
import dev.winnow.webhook.WebhookSamples;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsWebhookQueueIT extends WebhookQueueContract {
    private final SqsAsyncClient client = Aws.shared().sqs();

    @SuppressWarnings("NullAway.Init")
    private WebhookQueue queue;

    @BeforeEach
    void openEmptyQueue() {
        String name = "q-" + UUID.randomUUID();
        WebhookQueueSettings settings = new WebhookQueueSettings(name, name + "-dead", Duration.ofSeconds(1));
        SqsQueues.createWebhooks(client, settings);
        queue = SqsQueues.openWebhooks(client, settings);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected WebhookQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // It ends by itself, a second after the delivery.
    }

    @Test
    void looksItsQueueUpAtTheFirstUseAndNamesAMissingQueue() {
        WebhookQueue nowhere =
                SqsQueues.openWebhooks(client, new WebhookQueueSettings("nowhere", "nowhere", Duration.ofSeconds(1)));

        assertThatThrownBy(() -> nowhere.sendNotice(WebhookSamples.notice("acme")))
                .hasMessageContaining("there is no queue 'nowhere'");
    }
}
