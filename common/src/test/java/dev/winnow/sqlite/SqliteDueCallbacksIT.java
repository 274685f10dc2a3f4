package dev.winnow.sqlite;

import dev.winnow.callback.DueCallbacks;
import dev.winnow.callback.DueCallbacksContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDueCallbacksIT extends DueCallbacksContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected DueCallbacks store() {
        return database.dueCallbacks();
    }
}
