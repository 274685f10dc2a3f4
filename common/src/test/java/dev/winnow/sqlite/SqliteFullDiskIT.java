package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictSamples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk of two megabytes that runs full. It needs the right to mount one, which root on Linux has; otherwise these tests are skipped. */
class SqliteFullDiskIT {
    @SuppressWarnings("NullAway.Init")
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        disk = Files.createTempDirectory("small-disk");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeThat(mounted).as("this user may mount a small disk").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", disk.toString());
        }
        Files.delete(disk);
    }

    @Test
    void takesWritesAgainOnceTheDiskHasSpace() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.openFile(disk.resolve("winnow.db"), Clock.systemUTC())) {
            EnvelopeVerdicts before = save(database);
            fillDisk();

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            save(database);
                        }
                    })
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("space");
            assertThat(database.isWritable()).isFalse();
            assertThat(database.verdicts().findVerdicts(List.of(before.envelope())))
                    .containsValue(before);

            Files.delete(disk.resolve("filler"));
            await().until(database::isWritable);
            EnvelopeVerdicts after = save(database);
            assertThat(database.verdicts().findVerdicts(List.of(after.envelope())))
                    .containsValue(after);
        }
    }

    @Test
    void saysInASentenceThatItCannotStartOnAFullDisk() throws IOException {
        SqliteDatabase.openFile(disk.resolve("winnow.db"), Clock.systemUTC()).close();
        fillDisk();

        assertThatThrownBy(() -> SqliteDatabase.openFile(disk.resolve("winnow.db"), Clock.systemUTC())
                        .close())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(disk.resolve("winnow.db").toString())
                .hasMessageContaining("space");
    }

    private static EnvelopeVerdicts save(SqliteDatabase database) {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        database.verdicts().saveVerdicts(verdicts);
        return verdicts;
    }

    private void fillDisk() throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
