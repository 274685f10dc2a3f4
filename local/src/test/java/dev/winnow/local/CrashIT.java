package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.local.client.VerdictView;
import dev.winnow.local.client.WinnowClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    private static final int MESSAGES = 1_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void losesNoAcknowledgedMessageWhenItIsKilled() throws Exception {
        Path data = folder.resolve("data");
        Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (ServerProcess server = ServerProcess.start(data);
                WinnowClient client = server.client();
                ExecutorService senders =
                        Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            for (int i = 0; i < MESSAGES; i++) {
                String text = "You won a prize, number " + i;
                senders.execute(() -> submit(client, text, acknowledged));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > MESSAGES / 3);
            server.kill();
        }
        assertThat(acknowledged).hasSizeLessThan(MESSAGES);

        try (ServerProcess again = ServerProcess.start(data);
                WinnowClient client = again.client()) {
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(client.awaitVerdict(id)).matches(VerdictView::isDone));
        }
    }

    @Test
    void stopsByItselfOnSigtermAndKeepsItsVerdicts() throws Exception {
        Path data = folder.resolve("data");
        String id;
        try (ServerProcess server = ServerProcess.start(data);
                WinnowClient client = server.client()) {
            id = client.submitText("hello");
            assertThat(client.awaitVerdict(id)).matches(VerdictView::isDone);
            assertThat(server.stop(30)).isTrue();
        }
        try (ServerProcess again = ServerProcess.start(data);
                WinnowClient client = again.client()) {
            assertThat(client.awaitVerdict(id)).matches(VerdictView::isDone);
        }
    }

    private static void submit(WinnowClient client, String text, Collection<String> acknowledged) {
        try {
            acknowledged.add(client.submitText(text));
        } catch (RuntimeException notAcknowledged) {
            assertThat(notAcknowledged).hasMessageMatching("(?s).+");
        }
    }
}
