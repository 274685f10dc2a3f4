package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.StoreUnavailableException;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictStoreContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteVerdictStoreIT extends VerdictStoreContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected VerdictStore store() {
        return database.verdicts();
    }

    @Test
    void keepsVerdictsAcrossARestart() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store().save(verdicts);
        database.close();

        open();

        assertThat(store().find(List.of(verdicts.envelope()))).containsValue(verdicts);
    }

    @Test
    void doesNotFindVerdictsAfterTheirRetention() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store().save(verdicts);
        database.close();

        Clock later = Clock.offset(Clock.systemUTC(), Retention.VERDICTS.plusSeconds(1));
        database = SqliteDatabase.open(folder.resolve("winnow.db"), later);

        assertThat(store().find(List.of(verdicts.envelope()))).isEmpty();
    }

    @Test
    void keepsItsFilePrivate() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("winnow.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void sharesTheFileWithAnotherProcess() {
        try (SqliteDatabase other = SqliteDatabase.open(folder.resolve("winnow.db"), Clock.systemUTC())) {
            EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
            other.verdicts().save(verdicts);

            assertThat(store().find(List.of(verdicts.envelope()))).containsValue(verdicts);
        }
    }

    @Test
    void saysWhichFileItCannotOpen() throws Exception {
        Path file = Files.createFile(folder.resolve("plain"));

        assertThatThrownBy(() -> SqliteDatabase.open(file.resolve("winnow.db"), Clock.systemUTC()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("plain");
    }

    @Test
    void refusesWritesAfterClose() {
        VerdictStore store = store();
        database.close();

        assertThatThrownBy(() -> store.save(VerdictSamples.ofEveryKind(VerdictSamples.envelope())))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
