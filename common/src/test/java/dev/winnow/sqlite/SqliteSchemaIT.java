package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictsCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens files of earlier releases, made by the statements of these releases. */
class SqliteSchemaIT {
    /** The tables of release 0.1.0, which set no {@code user_version}, as far as it had rows in this test. */
    private static final List<String> RELEASE_0_1_0 =
            List.of("""
            CREATE TABLE IF NOT EXISTS verdicts (
              envelope   BLOB PRIMARY KEY,
              item       BLOB NOT NULL,
              revision   INTEGER NOT NULL,
              expires_at INTEGER NOT NULL
            ) WITHOUT ROWID""", "CREATE INDEX IF NOT EXISTS verdicts_by_expiry ON verdicts (expires_at)", """
            CREATE TABLE IF NOT EXISTS spool (
              envelope       BLOB PRIMARY KEY,
              fairness_group TEXT NOT NULL,
              priority       TEXT NOT NULL,
              slots          INTEGER NOT NULL,
              body           TEXT NOT NULL
            ) WITHOUT ROWID""");

    private static final UUID WAITING = VerdictSamples.envelope();
    private static final String BODY = "{\"v\":1,\"id\":\"" + WAITING
            + "\",\"g\":\"g1\",\"m\":[{\"t\":\"demo\",\"x\":\"hi\",\"a\":1764000000000}]}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void makeFileOfRelease010() throws SQLException {
        file = folder.resolve("winnow.db");
        try (Connection connection = SqliteConnections.to(file).open();
                Statement statement = connection.createStatement()) {
            for (String sql : RELEASE_0_1_0) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Test
    void bringsAFileOfTheReleaseBeforeUpToDate() throws SQLException {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        insert(verdicts);

        for (int start = 0; start < 2; start++) {
            try (SqliteDatabase database = SqliteDatabase.openFile(file, Clock.systemUTC())) {
                assertThat(database.verdicts().findVerdicts(List.of(verdicts.envelope())))
                        .containsValue(verdicts);
                InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();
                database.spoolQueue(queue);
                assertThat(queue.bodies()).containsExactly(BODY);
            }
            assertThat(version()).isEqualTo(SqliteSchema.VERSION);
        }
    }

    @Test
    void refusesAFileOfANewerRelease() throws SQLException {
        try (Connection connection = SqliteConnections.to(file).open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 1000");
        }

        assertThatThrownBy(() -> SqliteDatabase.openFile(file, Clock.systemUTC()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema version 1000")
                .hasMessageContaining("start the newer release again");
        assertThat(version()).isEqualTo(1000);
    }

    private void insert(EnvelopeVerdicts verdicts) throws SQLException {
        try (Connection connection = SqliteConnections.to(file).open();
                PreparedStatement verdict =
                        connection.prepareStatement("INSERT INTO verdicts VALUES (?, ?, 1, 9999999999999)");
                PreparedStatement waiting =
                        connection.prepareStatement("INSERT INTO spool VALUES (?, 'g1', 'LIVE', 1, ?)")) {
            verdict.setBytes(1, SqliteKeys.toBytes(verdicts.envelope()));
            verdict.setBytes(2, VerdictsCodec.encode(verdicts));
            verdict.executeUpdate();
            waiting.setBytes(1, SqliteKeys.toBytes(WAITING));
            waiting.setString(2, BODY);
            waiting.executeUpdate();
        }
    }

    private int version() throws SQLException {
        try (Connection connection = SqliteConnections.to(file).open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : -1;
        }
    }
}
