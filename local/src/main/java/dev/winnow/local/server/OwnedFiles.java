package dev.winnow.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files of a data folder, as commands write them: only the owner may read them, and the owner is the folder's, so that a server reads
 * what an administrator wrote. Stateless; any thread.
 */
public final class OwnedFiles {
    private static final int ROOT = 0;

    private OwnedFiles() {}

    /** Makes an empty file in the folder, to be filled and then moved to its name; its name begins with the prefix. */
    public static Path createFresh(Path folder, String prefix) throws IOException {
        Path fresh = Files.createTempFile(folder, prefix, null);
        PosixFileAttributeView posix = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        takeOwner(folder, fresh);
        return fresh;
    }

    /** Makes a folder inside a folder of the same owner, if it is missing. */
    public static void createFolder(Path parent, Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            takeOwner(parent, folder);
        }
    }

    /** Moves a file that {@link #createFresh} made to its name; a reader sees the old or the new content. */
    public static void replace(Path fresh, Path file) throws IOException {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Only root may give files away; in a folder of another owner, the files of other users stay theirs. */
    private static void takeOwner(Path folder, Path file) throws IOException {
        PosixFileAttributeView target = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (target != null && Files.getAttribute(file, "unix:uid").equals(ROOT)) {
            PosixFileAttributes wanted = Files.readAttributes(folder, PosixFileAttributes.class);
            target.setOwner(wanted.owner());
            target.setGroup(wanted.group());
        }
    }
}
