package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.CallbackQueueContract;
import dev.winnow.callback.CallbackSamples;
import dev.winnow.callback.InMemoryCallbackQueue;
import dev.winnow.callback.VerdictNotice;
import dev.winnow.queue.Subscription;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledCallbackQueueIT extends CallbackQueueContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    @SuppressWarnings("NullAway.Init")
    private CallbackQueue spooled;

    private final InMemoryCallbackQueue queue = new InMemoryCallbackQueue();

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC());
        spooled = database.spooled(queue);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected CallbackQueue queue() {
        return spooled;
    }

    @Override
    protected void endVisibility() {
        queue.redeliver();
    }

    @Test
    void sendsAgainAtStartWhatNobodyHasWorkedOn() {
        VerdictNotice done = CallbackSamples.notice("acme");
        VerdictNotice waiting = CallbackSamples.notice("acme");
        spooled.send(done);
        try (Subscription _ = spooled.subscribe(batch -> batch, 10)) {
            await().until(() -> queue.notices().isEmpty());
        }
        spooled.send(waiting);
        database.close();

        InMemoryCallbackQueue forgetful = new InMemoryCallbackQueue();
        database = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC());
        database.spooled(forgetful);

        assertThat(forgetful.notices()).containsExactly(waiting);
    }
}
