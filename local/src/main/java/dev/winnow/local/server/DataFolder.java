package dev.winnow.local.server;

import dev.winnow.message.IdSecret;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.webhook.MasterKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The folder that one machine keeps between runs: secrets, tenants, the database, the operator's rules. The first start makes it. */
public final class DataFolder implements AutoCloseable {
    private static final String FIRST_RULE = "first.yar.example";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder for this process alone.
     *
     * @throws IOException if it cannot be made or read
     * @throws IllegalStateException if another process uses it
     */
    static DataFolder openFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new DataFolder(folder, lock);
            }
        } catch (OverlappingFileLockException sameProcess) {
            lock.close();
            throw inUse(folder);
        }
        lock.close();
        throw inUse(folder);
    }

    Path databaseFile() {
        return databaseFile(folder);
    }

    /** The operator's rules; the first start makes the folder, with a first rule to begin from, which is not live under its name. */
    Path rulesFolder() throws IOException {
        Path rules = folder.resolve("rules");
        if (Files.notExists(rules)) {
            OwnedFiles.createFolder(folder, rules);
            try (InputStream in = Objects.requireNonNull(
                    DataFolder.class.getResourceAsStream(FIRST_RULE), FIRST_RULE + " is missing")) {
                Files.copy(in, rules.resolve(FIRST_RULE));
            }
        }
        return rules;
    }

    /** The measured cost of each rule, kept between two starts. */
    Path ruleFigures() {
        return folder.resolve("rule-figures");
    }

    /**
     * The secret that signs message ids; generated once, because ids must stay readable.
     *
     * @throws IllegalStateException if it is missing or damaged although there is a database, because the ids of its messages need it
     */
    IdSecret idSecret() throws IOException {
        return IdSecret.fromBytes(
                0, readSecret("id-secret", IdSecret.MIN_KEY_BYTES, hasDatabase(), "verifies the ids of its messages"));
    }

    /**
     * The key that webhook secrets are sealed with; generated once.
     *
     * @param isNeeded whether the database has webhook endpoints
     * @throws IllegalStateException if it is missing although it is needed, or damaged
     */
    MasterKey masterKey(boolean isNeeded) throws IOException {
        return MasterKey.fromBytes(
                0,
                readSecret(
                        "callback-master-key",
                        MasterKey.BYTES,
                        isNeeded,
                        "opens the secrets of its webhook endpoints"));
    }

    /**
     * The tenants' file; at the first start it holds the tenant {@code demo} with a key of every scope.
     *
     * @throws IllegalStateException if it is missing beside a database: a new file would shut out every tenant of that database
     */
    Path tenantsFile() throws IOException {
        Path file = folder.resolve("tenants.yaml");
        if (Files.notExists(file)) {
            if (hasDatabase()) {
                throw new IllegalStateException(file.toAbsolutePath()
                        + " is missing, and only that file holds the tenants and the hashes of their keys: put it back from a"
                        + " backup, write a new one with 'winnow tenant add' and 'winnow key create', or move "
                        + databaseFile().toAbsolutePath() + " away to begin without its messages and endpoints");
            }
            String key = ApiKey.generateKey();
            writePrivate(demoKeyFile(folder), key);
            ApiKey demo = new ApiKey("demo", ApiKey.hashKey(key), Set.of(Scope.SUBMIT, Scope.MANAGE));
            writePrivate(
                    file, TenantFile.writeDocument(List.of(new Tenant("demo", List.of(demo), TenantSettings.DEFAULT))));
        }
        return file;
    }

    /** The file with the demo tenant's key, for the commands on this machine. */
    public static Path demoKeyFile(Path folder) {
        return folder.resolve("demo-key");
    }

    /** The file with the address and the key of the running console, for the commands on this machine. */
    public static Path consoleFile(Path folder) {
        return folder.resolve("console");
    }

    /** Writes the address and the key of the console that runs now. */
    void writeConsole(URI address, String key) throws IOException {
        Files.deleteIfExists(consoleFile(folder));
        writePrivate(consoleFile(folder), address + "\n" + key);
    }

    void removeConsole() throws IOException {
        Files.deleteIfExists(consoleFile(folder));
    }

    /** The database's file. */
    public static Path databaseFile(Path folder) {
        return folder.resolve("winnow.db");
    }

    /**
     * Opens the database for a command, beside the server.
     *
     * @throws IllegalStateException if no server has run on the folder
     */
    public static SqliteDatabase openDatabase(Path folder, Clock clock) {
        Path file = databaseFile(folder);
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "there is no " + file + ": start 'winnow run', or name its folder by --data");
        }
        return SqliteDatabase.openFile(file, clock);
    }

    Path historyFile() {
        return historyFile(folder);
    }

    /** The file of the texts that tenants let Winnow keep. */
    public static Path historyFile(Path folder) {
        return folder.resolve("history.db");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private boolean hasDatabase() throws IOException {
        return Files.exists(databaseFile()) && Files.size(databaseFile()) > 0;
    }

    /** Reads a secret of random bytes; the first start makes it. */
    private byte[] readSecret(String name, int bytes, boolean isNeeded, String purpose) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            if (isNeeded) {
                throw new IllegalStateException(file.toAbsolutePath() + " is missing, and only that file " + purpose
                        + ": put it back from a backup, or move "
                        + databaseFile().toAbsolutePath()
                        + " away to begin without its messages and endpoints");
            }
            byte[] random = new byte[bytes];
            new SecureRandom().nextBytes(random);
            writePrivate(file, Base64.getEncoder().encodeToString(random));
        }
        return decodeSecret(file, bytes);
    }

    private static byte[] decodeSecret(Path file, int bytes) throws IOException {
        try {
            byte[] secret = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            if (secret.length >= bytes) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            // The message below must not show the content of the file.
        }
        throw new IllegalStateException(file.toAbsolutePath() + " is damaged: it must hold " + bytes
                + " bytes in base64; put it back from a backup");
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path fresh = OwnedFiles.createFresh(folder, file.getFileName().toString());
        Files.writeString(fresh, text + "\n");
        OwnedFiles.replace(fresh, file);
    }

    private static IllegalStateException inUse(Path folder) {
        return new IllegalStateException("another winnow runs on the data folder " + folder.toAbsolutePath()
                + ": stop it, or give this one a folder of its own with --data");
    }
}
