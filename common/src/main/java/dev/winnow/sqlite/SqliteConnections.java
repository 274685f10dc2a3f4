package dev.winnow.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Opens connections to one file, all with the settings that every reader and writer of the file must share. */
@FunctionalInterface
interface SqliteConnections {
    /** The longest wait for another process that holds the file locked. */
    int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Opens one more connection. */
    Connection open() throws SQLException;

    static SqliteConnections to(Path file) {
        return () -> {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
            config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        };
    }
}
