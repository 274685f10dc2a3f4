package dev.winnow.local.backup;

import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.OwnedFiles;
import dev.winnow.sqlite.SqliteSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A data folder in one zip file: a snapshot of the database at one moment, the secrets, the tenants, and the operator's rules with their
 * states and lists. What a server
 * makes anew (rule figures, lock) is left out. Stateless.
 */
final class DataBackup {
    private static final String DATABASE = "winnow.db";
    private static final List<String> SECRETS = List.of("id-secret", "callback-master-key", "tenants.yaml", "demo-key");

    /** The folders of the operator's rules, with their states, and of the lists that rules ask for; parents first. */
    private static final List<String> FOLDERS = List.of("rules", "rules/lists");

    /** The names that a backup may hold: no path leads out of the folder. */
    private static final Pattern NAME = Pattern.compile(Pattern.quote(DATABASE) + "|" + String.join("|", SECRETS)
            + "|(rules|rules/lists)/[^/\\\\]*[^/\\\\.][^/\\\\]*");

    private DataBackup() {}

    /**
     * Writes a backup; the server of the folder may run. The file appears under its name when it is complete.
     *
     * @throws IllegalStateException if the folder has no database
     */
    static void write(Path data, Path file) throws IOException {
        Path database = DataFolder.databaseFile(data);
        if (Files.notExists(database)) {
            throw new IllegalStateException("there is no database in " + data.toAbsolutePath()
                    + ", so there is nothing to save; name the server's data folder with --data");
        }
        Path fresh = createBeside(file);
        Path snapshot = createBeside(file);
        try {
            Files.delete(snapshot);
            SqliteSnapshot.copyDatabase(database, snapshot);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
                addFile(zip, DATABASE, snapshot);
                for (String name : SECRETS) {
                    if (Files.exists(data.resolve(name))) {
                        addFile(zip, name, data.resolve(name));
                    }
                }
                for (String folder : FOLDERS) {
                    for (Path own : listFiles(data.resolve(folder))) {
                        addFile(zip, folder + "/" + own.getFileName(), own);
                    }
                }
            }
            OwnedFiles.replace(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(snapshot);
        }
    }

    /**
     * Unpacks a backup into a folder without a database. The database comes last, so a restore that failed can be repeated.
     *
     * @throws IllegalStateException if the folder has a database, or the file is no whole backup
     */
    static void restore(Path file, Path data) throws IOException {
        if (Files.exists(DataFolder.databaseFile(data))) {
            throw new IllegalStateException(data.toAbsolutePath()
                    + " has a database, and a restore would overwrite its messages: stop its server and move the folder"
                    + " away, or name another folder with --data");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry database = zip.getEntry(DATABASE);
            if (database == null
                    || !zip.stream()
                            .allMatch(entry -> NAME.matcher(entry.getName()).matches())) {
                throw newRefusal(file);
            }
            Files.createDirectories(data);
            for (String folder : FOLDERS) {
                OwnedFiles.createFolder(data, data.resolve(folder));
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().equals(DATABASE)) {
                    unpackFile(zip, entry, data);
                }
            }
            unpackFile(zip, database, data);
        } catch (ZipException e) {
            throw new IllegalStateException(newRefusal(file).getMessage(), e);
        }
    }

    private static Path createBeside(Path file) throws IOException {
        return OwnedFiles.createFresh(
                Objects.requireNonNull(file.toAbsolutePath().getParent()), ".winnow-backup");
    }

    private static List<Path> listFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList());
        }
    }

    private static void addFile(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static void unpackFile(ZipFile zip, ZipEntry entry, Path data) throws IOException {
        Path file = data.resolve(entry.getName());
        Path fresh = OwnedFiles.createFresh(Objects.requireNonNull(file.getParent()), ".winnow-restore");
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(fresh)) {
            in.transferTo(out);
        }
        if (entry.getName().equals(DATABASE)) {
            SqliteSnapshot.requireIntact(fresh);
        }
        OwnedFiles.replace(fresh, file);
    }

    private static IllegalStateException newRefusal(Path file) {
        return new IllegalStateException(file + " is no backup, or is damaged; give a file that winnow backup wrote");
    }
}
