package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lab.load.LoadPlan;
import dev.winnow.lab.load.LoadResult;
import dev.winnow.lab.load.LoadRun;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadRunIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static LocalServer server;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        server = LocalServer.start(data, 0, List.of("--management.server.port=0"));
        key = Files.readString(DataFolder.demoKeyFile(data)).strip();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1, false, 100", "1, true, 100", "20, false, 5"})
    void readsTheVerdictOfEveryMessage(int batch, boolean freshConnections, int requests) {
        LoadResult result = LoadRun.runPlan(plan(server.endpoint(), key, batch, freshConnections), _ -> {}, PATIENCE);

        assertThat(result.accepted()).isEqualTo(100);
        assertThat(result.lostCount()).isZero();
        assertThat(result.refused()).isEmpty();
        assertThat(result.accept().getTotalCount()).isEqualTo(requests);
        assertThat(result.followed().getTotalCount()).isEqualTo(requests);
        assertThat(result.acceptToVerdict().getTotalCount()).isEqualTo(100);
        assertThat(result.verdicts()).containsKeys("junk", "clean");
    }

    @Test
    void countsRefusalsByStatus() {
        LoadResult result = LoadRun.runPlan(plan(server.endpoint(), "wk_unknown", 1, false), _ -> {}, PATIENCE);

        assertThat(result.accepted()).isZero();
        assertThat(result.refused()).containsEntry(401, 100L);
        assertThat(result.refuse().getTotalCount()).isEqualTo(100);
        assertThat(result.accept().getTotalCount()).isZero();
    }

    @Test
    void countsRequestsWithoutAnAnswer() {
        LoadResult result = LoadRun.runPlan(plan(URI.create("http://127.0.0.1:1"), key, 1, false), _ -> {}, PATIENCE);

        assertThat(result.refused()).containsEntry(0, 100L);
        assertThat(result.failure()).contains("refused");
    }

    private static LoadPlan plan(URI endpoint, String key, int batch, boolean freshConnections) {
        return new LoadPlan(endpoint, List.of(key), 100, Duration.ofSeconds(1), batch, 8, freshConnections, 20, 100);
    }
}
