package dev.winnow.sqlite;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.IdempotencyStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdempotencyStoreIT extends IdempotencyStoreContract {
    @TempDir
    private Path folder;

    private final List<SqliteDatabase> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(SqliteDatabase::close);
    }

    /** Each clock belongs to another process that has the file open. */
    @Override
    protected IdempotencyStore store(Clock clock) {
        SqliteDatabase database = SqliteDatabase.openFile(folder.resolve("winnow.db"), clock);
        open.add(database);
        return database.idempotency();
    }
}
