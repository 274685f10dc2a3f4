package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.local.client.RefusedException;
import dev.winnow.local.client.VerdictView;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.UsageCounts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerIT {
    private static final List<String> QUIET = List.of("--management.server.port=0");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static LocalServer server;

    @SuppressWarnings("NullAway.Init")
    private static WinnowClient client;

    @BeforeAll
    static void start() throws IOException {
        server = LocalServer.start(data, 0, QUIET);
        client = new WinnowClient(
                server.endpoint(),
                Files.readString(DataFolder.demoKeyFile(data)).strip());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static int readiness() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.endpoint().resolve("/readyz")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void judgesOverHttp() {
        VerdictView junk = client.awaitVerdict(
                client.submitText("Your parcel is held: pay the 1.99 customs fee at http://royal-post-fee.top/pay"));
        VerdictView clean = client.awaitVerdict(client.submitText("See you at eight?"));

        assertThat(junk.verdict()).isEqualTo("junk");
        assertThat(junk.rules()).isNotEmpty();
        assertThat(clean.verdict()).isEqualTo("clean");
    }

    @Test
    void savesTheUsageOfItsTenantsAtTheLatestWhenItStops(@TempDir Path other) throws IOException {
        try (LocalServer stopping = LocalServer.start(other, 0, QUIET);
                WinnowClient phone = new WinnowClient(
                        stopping.endpoint(),
                        Files.readString(DataFolder.demoKeyFile(other)).strip())) {
            var _ = phone.awaitVerdict(phone.submitText("See you at eight?"));
        }

        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(other), Clock.systemUTC())) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            assertThat(database.usage()
                            .listDays("demo", today.minusDays(1), today)
                            .values())
                    .containsExactly(new UsageCounts(0, 0, 0, 1, 0, 0));
        }
    }

    @Test
    void refusesAWrongKeyAndAForeignId() {
        String id = client.submitText("hello");
        try (WinnowClient stranger = new WinnowClient(server.endpoint(), "wk_wrong")) {
            assertThatThrownBy(() -> stranger.submitText("hello"))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.status()).isEqualTo(401));
        }
        char last = id.charAt(31) == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> client.awaitVerdict(id.substring(0, 31) + last))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void changesVerdictsWhenARuleFileIsSaved() throws IOException {
        assertThat(client.awaitVerdict(client.submitText("free zebra for you")).verdict())
                .isEqualTo("clean");

        Files.createDirectories(data.resolve("rules"));
        Files.writeString(data.resolve("rules/zebra.yar"), """
                rule free_zebra {
                  meta:
                    title = "Free zebra offer"
                    category = "junk"
                    weight = 60
                  strings:
                    $zebra = "free zebra" nocase fullword
                  condition:
                    $zebra
                }""");

        await().untilAsserted(() -> assertThat(client.awaitVerdict(client.submitText("free zebra for you"))
                        .verdict())
                .isEqualTo("junk"));
    }

    @Test
    void refusesTrafficWhileTheDatabaseTakesNoWrites() throws Exception {
        assertThat(readiness()).isEqualTo(200);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + DataFolder.databaseFile(data));
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> client.submitText("hello")).isInstanceOf(RefusedException.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 503);
            statement.executeUpdate("ROLLBACK");
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
        assertThat(client.awaitVerdict(client.submitText("hello")).isDone()).isTrue();
    }

    @Test
    void doesNotShareItsDataFolder() {
        assertThatThrownBy(() -> LocalServer.start(data, 0, QUIET).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another winnow");
    }
}
