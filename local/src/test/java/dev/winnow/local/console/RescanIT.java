package dev.winnow.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.history.MessageHistory;
import dev.winnow.local.Winnow;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Judges messages of a running server again, after the rule that judged them has gone. */
class RescanIT {
    private static final String RULE = """
            rule quokka
            {
              meta:
                title = "Quokkas"
                category = "junk"
                weight = 60
              strings:
                $quokka = "quokka" nocase
              condition:
                $quokka
            }
            """;

    @SuppressWarnings("NullAway.Init")
    private static RunningConsole console;

    private final OperatorContract contract = OperatorContract.read();

    @BeforeAll
    static void start() throws IOException {
        console = RunningConsole.start();
        assertThat(run("tenant", "set", "demo", "--history", "7")).contains("history              7");
        Files.writeString(console.data().resolve("rules/quokka.yar"), RULE);
        await().atMost(Duration.ofSeconds(30)).until(RescanIT::isConsentLive);
    }

    private static boolean isConsentLive() throws IOException {
        console.judge("is it kept?");
        return countHistory() > 0;
    }

    @AfterAll
    static void stop() throws IOException {
        console.close();
    }

    @Test
    void replacesTheVerdictsOfARuleThatIsGone() throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> verdictOf(console.judge("a quokka")).equals("junk"));
        String id = console.judge("the quokka at eight");
        Files.delete(console.data().resolve("rules/quokka.yar"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> verdictOf(console.judge("one quokka more")).equals("clean"));
        await().until(() -> countHistory() >= 3);

        assertThat(run("rescan", "--from", "1h", "--where", "rule=quokka", "--rate", "10000"))
                .contains("done: ", "sent to be judged again");

        await().until(() -> verdictOf(id).equals("clean"));
        assertThat(run("rescan", "list")).contains("done");
        assertThat(admin("GET", "/ops/v1/audit", null).body()).contains("start rescan", "rule quokka");
    }

    @Test
    void findsAMessageByTheNameThatItsClientGave() throws Exception {
        String id = console.judge("for order 77", "order-77");

        await().untilAsserted(() -> assertThat(admin("GET", "/ops/v1/messages?tenant=demo&ref=order-77", null)
                        .body())
                .contains(id));
        assertThat(run("message", "show", "--ref", "order-77", "--tenant", "demo"))
                .contains("clean", "tenant demo", "Accepted");
        assertThat(admin("GET", "/ops/v1/messages?tenant=demo&ref=order-78", null)
                        .body())
                .contains("\"messages\":[]");
        assertThat(admin("GET", "/ops/v1/messages?tenant=nobody&ref=order-78", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin("GET", "/ops/v1/messages?tenant=demo", null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void pausesResumesAndCancels() throws IOException {
        for (int i = 0; i < 5; i++) {
            console.judge("see you at " + i);
        }
        await().until(() -> countHistory() >= 5);
        String request = "{\"from\":\"" + Instant.now().minusSeconds(3_600) + "\",\"perSecond\":1}";
        HttpResponse<String> started = admin("POST", "/ops/v1/rescans", request);
        String run = "/ops/v1/rescans/"
                + JsonMapper.shared().readTree(started.body()).path("id").asString();

        assertThat(admin("POST", run + "/pause", null).body()).contains("\"state\":\"paused\"");
        assertThat(admin("POST", "/ops/v1/rescans", request).statusCode()).isEqualTo(409);
        assertThat(admin("POST", run + "/resume", null).body()).contains("\"state\":\"running\"");
        assertThat(admin("POST", run + "/cancel", null).body()).contains("\"state\":\"cancelled\"");
        assertThat(admin("POST", run + "/resume", null).statusCode()).isEqualTo(409);
        assertThat(admin("GET", run, null).body()).contains("\"state\":\"cancelled\"");
        assertThat(run("rescan", "list")).contains("cancelled");
    }

    @Test
    void saysWhatARescanNeeds() {
        assertThat(admin("POST", "/ops/v1/rescans", "{}").statusCode()).isEqualTo(400);
        assertThat(admin("POST", "/ops/v1/rescans", "{\"from\":\"2026-01-01T00:00:00Z\",\"verdict\":\"odd\"}")
                        .body())
                .contains("junk, promotion, transaction, clean or failed");
        assertThat(admin("GET", "/ops/v1/rescans/none", null).statusCode()).isEqualTo(404);
    }

    private static int countHistory() {
        try (MessageHistory history = SqliteHistory.openFile(DataFolder.historyFile(console.data()))) {
            return history.readPage(Instant.EPOCH, Instant.now().plusSeconds(60), MessageHistory.START)
                    .messages()
                    .size();
        }
    }

    private static String verdictOf(String id) throws IOException {
        String key = Files.readString(DataFolder.demoKeyFile(console.data())).strip();
        try (WinnowClient client = new WinnowClient(console.api(), key)) {
            return client.awaitVerdict(id).verdict();
        }
    }

    private HttpResponse<String> admin(String method, String path, @Nullable String body) {
        HttpResponse<String> answer = console.send(method, path, console.key("admin"), body);
        contract.check(method, path, answer);
        return answer;
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", console.data().toString()));
        int code = Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
