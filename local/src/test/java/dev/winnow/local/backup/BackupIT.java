package dev.winnow.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.Winnow;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupIT {
    private static final List<String> QUIET = List.of("--management.server.port=0");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void savesARunningServerAndPutsItBack() throws IOException {
        Path data = folder.resolve("data");
        Path file = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        List<String> ids = new ArrayList<>();
        try (LocalServer server = LocalServer.start(data, 0, QUIET);
                WinnowClient client = new WinnowClient(server.endpoint(), demoKey(data))) {
            Files.writeString(data.resolve("rules/mine.yar"), "rule mine { condition: false }");
            Files.createDirectories(data.resolve("rules/lists"));
            Files.writeString(data.resolve("rules/lists/bad_domains.txt"), "bad.example\n");
            ids.add(client.submitText("See you at eight?"));
            client.awaitVerdict(ids.getFirst());
            for (int i = 0; i < 50; i++) {
                ids.add(client.submitText("message " + i));
            }

            assertThat(run("backup", file.toString(), "--data", data.toString()))
                    .as(err.toString())
                    .isZero();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("restore", file.toString(), "--data", restored.toString()))
                .as(err.toString())
                .isZero();
        assertThat(restored.resolve("rules/mine.yar")).exists();
        assertThat(restored.resolve("rules/lists/bad_domains.txt")).hasContent("bad.example\n");
        try (LocalServer server = LocalServer.start(restored, 0, QUIET);
                WinnowClient client = new WinnowClient(server.endpoint(), demoKey(data))) {
            assertThat(ids)
                    .allSatisfy(
                            id -> assertThat(client.awaitVerdict(id).isDone()).isTrue());
        }
    }

    @Test
    void refusesToOverwriteMessages() throws IOException {
        Files.writeString(folder.resolve("winnow.db"), "rows");

        assertThat(run("restore", folder.resolve("b").toString(), "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("has a database").contains("--data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "rules/../../outside", "rules/..", "other", "/outside"})
    void unpacksNoFileThatABackupDoesNotHave(String name) throws IOException {
        Path file = folder.resolve("backup.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : List.of("winnow.db", name)) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }

        assertThat(run(
                        "restore",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is no backup");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAFileThatIsNoBackup() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "no zip");

        assertThat(run(
                        "restore",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is no backup");
    }

    @Test
    void saysThatThereIsNothingToSave() {
        assertThat(run("backup", folder.resolve("b").toString(), "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no database", "--data");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    private int run(String... arguments) {
        return Winnow.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static String demoKey(Path data) throws IOException {
        return Files.readString(DataFolder.demoKeyFile(data)).strip();
    }
}
