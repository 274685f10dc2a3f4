package dev.winnow.sqlite;

import dev.winnow.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** Opens files that only their owner may read, mode 0600, because they may hold texts. */
final class PrivateFile {
    private PrivateFile() {}

    /** Opens the database in a file. */
    @FunctionalInterface
    interface Opening<T> {
        T open(SqliteConnections connections) throws SQLException;
    }

    /**
     * Opens a file; a missing one is made.
     *
     * @throws StoreUnavailableException if it cannot be opened; says which file and why
     */
    static <T> T open(Path file, Opening<T> opening) {
        try {
            makePrivate(file);
            return opening.open(SqliteConnections.to(file));
        } catch (SQLException e) {
            throw new StoreUnavailableException(
                    "cannot open the database " + file.toAbsolutePath() + ": " + SqliteFailure.describe(e), e);
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "cannot make the database " + file.toAbsolutePath() + ": " + e
                            + "; check that its folder exists and is writable, and that the disk has free space",
                    e);
        }
    }

    private static void makePrivate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
