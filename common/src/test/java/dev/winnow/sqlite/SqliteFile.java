package dev.winnow.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database in a fresh folder for each test. */
final class SqliteFile implements BeforeEachCallback, AfterEachCallback {
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("sqlite");
        reopen(Clock.systemUTC());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    /** Opens the file like a process that starts after the last one has closed it. */
    void reopen(Clock clock) {
        database = SqliteDatabase.openFile(path(), clock);
    }

    SqliteDatabase database() {
        return database;
    }

    Path folder() {
        return folder;
    }

    Path path() {
        return folder.resolve("winnow.db");
    }
}
