package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.idempotency.IdempotencyStore.Claim;
import dev.winnow.idempotency.RequestKey;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSamples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a clock that jumps, and with rows that are damaged on the disk. */
class SqliteClockIT {
    private static final Duration JUMP = Duration.ofDays(15);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteDatabase database;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicLong nanos = new AtomicLong();
    private final Clock clock = ((InstantSource) () -> Instant.now().plus(ahead.get())).withZone(ZoneOffset.UTC);

    @BeforeEach
    void open() throws SQLException {
        database = SqliteDatabase.openFile(SqliteConnections.to(folder.resolve("winnow.db")), clock, nanos::get);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsVerdictsWhileTheClockJumpsAheadAndBack() {
        VerdictStore store = database.verdicts();
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store.saveVerdicts(first);

        ahead.set(JUMP);
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        store.saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope()));
        assertThat(store.saveVerdicts(first)).isEqualTo(new VerdictStore.SaveOutcome.AlreadySaved(first));
        ahead.set(Duration.ZERO);
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        store.saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope()));

        assertThat(store.findVerdicts(List.of(first.envelope()))).containsValue(first);
    }

    @Test
    void deletesVerdictsADayAfterTheirRetention() {
        VerdictStore store = database.verdicts();
        EnvelopeVerdicts old = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        ahead.set(JUMP.plusDays(1));
        database.close();
        reopen();
        database.verdicts().saveVerdicts(old);
        ahead.updateAndGet(time -> time.plusHours(2));
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        database.verdicts().saveVerdicts(VerdictSamples.ofEveryKind(VerdictSamples.envelope()));

        assertThat(database.verdicts().saveVerdicts(old)).isEqualTo(new VerdictStore.SaveOutcome.Saved());
        assertThat(store).isNotSameAs(database.verdicts());
    }

    @Test
    void letsCallsAndRequestsGoOnThatAClockAheadHasClaimed() {
        RequestKey key = RequestKey.ofRequest("acme", "key");
        String body = RequestKey.fingerprint(new byte[] {1});
        var webhook = WebhookSamples.webhook("e1");
        int shard = DueWebhooks.shardOf(webhook);
        database.dueWebhooks().addDue(webhook, clock.instant());
        ahead.set(Duration.ofDays(1));
        assertThat(database.idempotency().claimRequest(key, body)).isInstanceOf(Claim.Granted.class);
        assertThat(database.dueWebhooks().claimDue(shard, clock.instant(), 10, Duration.ofSeconds(60)))
                .hasSize(1);

        ahead.set(Duration.ofSeconds(1));

        assertThat(database.idempotency().claimRequest(key, body)).isInstanceOf(Claim.Granted.class);
        assertThat(database.dueWebhooks().claimDue(shard, clock.instant(), 10, Duration.ofSeconds(60)))
                .hasSize(1);
    }

    @Test
    void saysThatARowIsDamagedAndReplacesIt() throws SQLException {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        VerdictStore store = database.verdicts();
        store.saveVerdicts(verdicts);
        try (Connection other =
                        SqliteConnections.to(folder.resolve("winnow.db")).open();
                Statement statement = other.createStatement()) {
            statement.executeUpdate(
                    "UPDATE verdicts SET item = substr(item, 1, length(item) - 3) || x'00' || substr(item, -2)");
        }

        assertThat(store.findVerdicts(List.of(verdicts.envelope())).get(verdicts.envelope()))
                .satisfies(found -> assertThat(String.valueOf(found)).contains("damaged on the disk"));
        assertThat(store.saveVerdicts(verdicts)).isEqualTo(new VerdictStore.SaveOutcome.Saved());
        assertThat(store.findVerdicts(List.of(verdicts.envelope()))).containsValue(verdicts);
    }

    @Test
    void leavesOutDamagedCallsAndEndpointsAndKeepsTheOthers() throws SQLException {
        Endpoint bad = WebhookSamples.endpoint("acme", "https://bad.example/");
        Endpoint good = WebhookSamples.endpoint("acme", "https://good.example/");
        database.endpoints().addEndpoint(bad);
        database.endpoints().addEndpoint(good);
        Webhook damaged = WebhookSamples.webhook(bad.id());
        Webhook sound = WebhookSamples.webhook(good.id());
        database.dueWebhooks().addDue(damaged, clock.instant());
        database.dueWebhooks().addDue(sound, clock.instant());
        try (Connection other =
                        SqliteConnections.to(folder.resolve("winnow.db")).open();
                Statement statement = other.createStatement()) {
            statement.executeUpdate("UPDATE endpoints SET item = '{' WHERE id = '" + bad.id() + "'");
            statement.executeUpdate("UPDATE callbacks_due SET item = '{' WHERE id = '" + damaged.id() + "'");
        }

        assertThat(database.endpoints().listEndpoints("acme"))
                .extracting(Endpoint::id)
                .containsExactly(good.id());
        List<Webhook> claimed = new ArrayList<>();
        for (int shard = 0; shard < 2 * DueWebhooks.SHARDS; shard++) {
            database.dueWebhooks()
                    .claimDue(shard / 2, clock.instant().plusSeconds(1), 1, Duration.ofSeconds(60))
                    .forEach(claim -> claimed.add(claim.webhook()));
        }
        assertThat(claimed).extracting(Webhook::id).containsExactly(sound.id());
    }

    private void reopen() {
        try {
            open();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
