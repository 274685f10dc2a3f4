package dev.winnow.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Copies of a database file for backups. Stateless. */
public final class SqliteSnapshot {
    private SqliteSnapshot() {}

    /**
     * Copies the database as it is at one moment; writers go on meanwhile.
     *
     * @param snapshot a file that does not exist yet
     * @throws IllegalStateException if it cannot be copied
     */
    public static void copyDatabase(Path database, Path snapshot) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, snapshot.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database " + database + " cannot be copied: " + e.getMessage() + "; check the disk", e);
        }
    }

    /**
     * Checks the database of a backup.
     *
     * @throws IllegalStateException if it is damaged
     */
    public static void requireIntact(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement check = connection.prepareStatement("PRAGMA quick_check(1)");
                ResultSet rows = check.executeQuery()) {
            if (rows.next() && "ok".equals(rows.getString(1))) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the backup's database is damaged; take an older backup", e);
        }
        throw new IllegalStateException("the backup's database is damaged; take an older backup");
    }
}
