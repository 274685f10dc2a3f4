package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictSamples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real failures of SQLite, caused by settings of its connections and by a second connection. */
class SqliteOutageIT {
    private static final String WELL = "PRAGMA max_page_count = 1000000";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    @SuppressWarnings("NullAway.Init")
    private SqliteConnections healthy;

    private final AtomicReference<String> trouble = new AtomicReference<>(WELL);
    private final List<Boolean> told = new CopyOnWriteArrayList<>();
    private final List<Connection> opened = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        healthy = SqliteConnections.to(folder.resolve("winnow.db"));
        database = SqliteDatabase.openFile(this::openTroubled, Clock.systemUTC());
        database.watchWritable(told::add);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA max_page_count = 1", "PRAGMA query_only = true"})
    void takesWritesAgainAfterTheFileRefusedThem(String pragma) throws SQLException {
        EnvelopeVerdicts before = save();
        begin(pragma);

        assertThatThrownBy(this::fill).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(this::fill).isInstanceOf(StoreUnavailableException.class);
        assertThat(database.isWritable()).isFalse();
        assertThat(database.verdicts().findVerdicts(List.of(before.envelope()))).containsValue(before);

        trouble.set(WELL);
        await().until(database::isWritable);
        EnvelopeVerdicts after = save();

        assertThat(database.verdicts().findVerdicts(List.of(after.envelope()))).containsValue(after);
        assertThat(told).containsExactly(true, false, true);
    }

    @Test
    void takesWritesAgainAfterAnotherProcessHeldTheFileLocked() throws SQLException {
        begin("PRAGMA busy_timeout = 20");
        try (Connection other = healthy.open();
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");

            assertThatThrownBy(this::save)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("another process holds the file locked");
            assertThat(database.isWritable()).isFalse();
            statement.executeUpdate("COMMIT");
        }

        await().until(database::isWritable);
        assertThat(save()).isNotNull();
    }

    @Test
    void saysThatTheDiskIsFullWhenItStarts() {
        healthy = SqliteConnections.to(folder.resolve("new.db"));
        trouble.set("PRAGMA max_page_count = 2");

        assertThatThrownBy(() -> SqliteDatabase.openFile(this::openTroubled, Clock.systemUTC()))
                .isInstanceOf(SQLException.class)
                .satisfies(
                        failure -> assertThat(SqliteFailure.describe(failure)).contains("the disk is full"));
    }

    @Test
    void opensReadersAnewAfterAFailedQuery() throws SQLException {
        EnvelopeVerdicts saved = save();
        for (Connection connection : opened) {
            connection.close();
        }

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> database.verdicts().findVerdicts(List.of(saved.envelope())))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(database.verdicts().findVerdicts(List.of(saved.envelope()))).containsValue(saved);
        assertThatThrownBy(this::save).isInstanceOf(StoreUnavailableException.class);
        assertThat(save()).isNotNull();
    }

    private EnvelopeVerdicts save() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        database.verdicts().saveVerdicts(verdicts);
        return verdicts;
    }

    /** Needs more pages than are free in the file. */
    private void fill() {
        database.marks()
                .markSlots(
                        VerdictSamples.envelope(),
                        IntStream.range(0, 10_000).boxed().collect(Collectors.toSet()));
    }

    /** Makes the open connections fail, and all connections that are opened later. */
    private void begin(String pragma) throws SQLException {
        for (Connection connection : opened) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(pragma);
            }
        }
        trouble.set(pragma);
    }

    private Connection openTroubled() throws SQLException {
        Connection connection = healthy.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute(trouble.get());
        }
        opened.add(connection);
        return connection;
    }
}
