package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.queue.Subscription;
import dev.winnow.webhook.InMemoryWebhookQueue;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookQueue;
import dev.winnow.webhook.WebhookQueueContract;
import dev.winnow.webhook.WebhookSamples;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledWebhookQueueIT extends WebhookQueueContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    @SuppressWarnings("NullAway.Init")
    private WebhookQueue spooled;

    private final InMemoryWebhookQueue queue = new InMemoryWebhookQueue();

    @BeforeEach
    void open() {
        database = SqliteDatabase.openFile(folder.resolve("winnow.db"), Clock.systemUTC());
        spooled = database.spoolQueue(queue);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected WebhookQueue queue() {
        return spooled;
    }

    @Override
    protected void endVisibility() {
        queue.redeliver();
    }

    @Test
    void sendsUnfinishedEnvelopesAgainAtTheStart() {
        WebhookNotice done = WebhookSamples.notice("acme");
        WebhookNotice waiting = WebhookSamples.notice("acme");
        spooled.sendNotice(done);
        try (Subscription _ = spooled.subscribe(batch -> batch, 10)) {
            await().until(() -> queue.notices().isEmpty());
        }
        spooled.sendNotice(waiting);
        database.close();

        InMemoryWebhookQueue forgetful = new InMemoryWebhookQueue();
        database = SqliteDatabase.openFile(folder.resolve("winnow.db"), Clock.systemUTC());
        database.spoolQueue(forgetful);

        assertThat(forgetful.notices()).containsExactly(waiting);
    }
}
