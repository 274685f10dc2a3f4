package dev.winnow.sqlite;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.feedback.FeedbackStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedbackStoreIT extends FeedbackStoreContract {
    @TempDir
    private Path folder;

    private @Nullable SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database().close();
    }

    @Override
    protected FeedbackStore store() {
        return database().feedback();
    }

    private SqliteDatabase database() {
        return java.util.Objects.requireNonNull(database, "opened before each test");
    }
}
