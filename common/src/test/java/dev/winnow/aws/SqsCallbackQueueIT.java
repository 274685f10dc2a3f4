package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.CallbackQueueContract;
import dev.winnow.callback.CallbackSamples;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsCallbackQueueIT extends CallbackQueueContract {
    private final SqsAsyncClient client = Aws.shared().sqs();

    @SuppressWarnings("NullAway.Init")
    private CallbackQueue queue;

    @BeforeEach
    void openEmptyQueue() {
        String name = "q-" + UUID.randomUUID();
        CallbackQueueSettings settings = new CallbackQueueSettings(name, name + "-dead", Duration.ofSeconds(1));
        SqsQueues.createCallbacks(client, settings);
        queue = SqsQueues.openCallbacks(client, settings);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected CallbackQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // It ends by itself, a second after the delivery.
    }

    @Test
    void asksForItsQueueNotBeforeItIsUsedAndNamesOneThatIsMissing() {
        CallbackQueue nowhere =
                SqsQueues.openCallbacks(client, new CallbackQueueSettings("nowhere", "nowhere", Duration.ofSeconds(1)));

        assertThatThrownBy(() -> nowhere.send(CallbackSamples.notice("acme")))
                .hasMessageContaining("there is no queue 'nowhere'");
    }
}
