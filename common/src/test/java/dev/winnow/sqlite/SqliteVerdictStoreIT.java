package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictStoreContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteVerdictStoreIT extends VerdictStoreContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected VerdictStore store() {
        return file.database().verdicts();
    }

    @Test
    void keepsVerdictsAcrossARestart() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store().saveVerdicts(verdicts);
        file.database().close();

        file.reopen(Clock.systemUTC());

        assertThat(store().findVerdicts(List.of(verdicts.envelope()))).containsValue(verdicts);
    }

    @Test
    void doesNotFindVerdictsAfterTheirRetention() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store().saveVerdicts(verdicts);
        file.database().close();

        Clock later = Clock.offset(Clock.systemUTC(), Retention.VERDICTS.plusSeconds(1));
        file.reopen(later);

        assertThat(store().findVerdicts(List.of(verdicts.envelope()))).isEmpty();
    }

    @Test
    void keepsItsFilePrivate() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void sharesTheFileWithAnotherProcess() {
        try (SqliteDatabase other = SqliteDatabase.openFile(file.path(), Clock.systemUTC())) {
            EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
            other.verdicts().saveVerdicts(verdicts);

            assertThat(store().findVerdicts(List.of(verdicts.envelope()))).containsValue(verdicts);
        }
    }

    @Test
    void saysWhichFileItCannotOpen() throws Exception {
        Path plain = Files.createFile(file.folder().resolve("plain"));

        assertThatThrownBy(() -> SqliteDatabase.openFile(plain.resolve("winnow.db"), Clock.systemUTC()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("plain");
    }

    @Test
    void refusesWritesAfterClose() {
        VerdictStore store = store();
        file.database().close();

        assertThatThrownBy(() -> store.saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope())))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
