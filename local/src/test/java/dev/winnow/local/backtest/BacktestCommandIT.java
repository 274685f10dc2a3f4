package dev.winnow.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.feedback.Feedback;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.local.Winnow;
import dev.winnow.local.server.DataFolder;
import dev.winnow.message.Envelope;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.message.SmsMessage;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.sqlite.SqliteHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestCommandIT {
    private static final String RULE = """
            rule quokka_toll
            {
              meta:
                title = "Open balance of a toll"
                category = "junk"
                weight = 60
              strings:
                $toll = "quokka toll" nocase
              condition:
                $toll
            }
            """;

    private final MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[32])));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    @BeforeEach
    void makeDataOfAServer() throws IOException {
        Files.createDirectories(folder.resolve("drafts"));
        Files.writeString(folder.resolve("drafts/toll.yar"), RULE);
        Files.createDirectories(data());
        Files.writeString(data().resolve("tenants.yaml"), "tenants:\n  demo: {settings: {history: {days: 7}}}\n");
        List<KeptMessage> messages = Stream.of(
                        "Quokka Toll: your plate has an open balance",
                        "See you at eight?",
                        "The quokka toll road is closed")
                .map(text -> new KeptMessage(
                        UUID.randomUUID(),
                        0,
                        new Envelope.Slot(
                                "demo", SmsMessage.ofText(text), Instant.now().minus(Duration.ofHours(1)))))
                .toList();
        try (MessageHistory history = SqliteHistory.openFile(DataFolder.historyFile(data()));
                SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data()), Clock.systemUTC())) {
            history.saveMessages(messages);
            database.feedback()
                    .saveFeedback(new Feedback(
                            "demo",
                            "phone",
                            ids.issueId(messages.getLast().envelope(), 0, "demo")
                                    .toString(),
                            Feedback.Label.NOT_JUNK,
                            null,
                            "clean",
                            List.of(),
                            null,
                            Instant.now()));
        }
    }

    @Test
    void showsWhatARuleWouldHaveDone() {
        assertThat(backtest("--from", "2h")).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("3 messages from ", "1 with opinions")
                .contains(
                        "2 verdicts change; new junk that people call not junk: 1; missed junk that they call junk: 0")
                .containsPattern("transaction -> junk +1\n")
                .containsPattern("quokka_toll +0 -> 2 +0 -> 2 +0 +1 +0 % \\(0-79\\)")
                .contains("0 -> 60  demo  \u00abQuokka Toll\u00bb: your plate has an open balance  [quokka_toll");
    }

    @Test
    void failsInCiWhenHonestMessagesBecomeJunk() {
        assertThat(backtest("--max-new-junk-on-ham", "1", "--max-new-junk", "2"))
                .isZero();
        assertThat(backtest("--max-new-junk-on-ham", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("new junk that people call not junk: 1, and --max-new-junk-on-ham allows 0");
    }

    @Test
    void printsTheSameAsJson() {
        assertThat(backtest("--json")).isZero();

        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("messages").asInt()).isEqualTo(3);
        assertThat(report.at("/changes/0/to").asString()).isEqualTo("junk");
        assertThat(report.at("/changes/0/examples/0/candidate/0/spans/0/end").asInt())
                .isPositive();
        assertThat(report.at("/rules/0/candidate/hits").asInt()).isEqualTo(2);
    }

    @Test
    void judgesARuleInUseUnderItsStateAndTheCandidateAsActive() throws IOException {
        Files.createDirectories(data().resolve("rules"));
        Files.writeString(data().resolve("rules/toll.yar"), RULE);
        assertThat(backtest()).isZero();
        assertThat(out.toString()).contains("0 verdicts change");

        Files.writeString(data().resolve("rules/states.tsv"), "quokka_toll\tshadow\t100\t\t\t\n");
        assertThat(backtest()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("2 verdicts change");
    }

    @Test
    void triesTheListsOfTheFolderToo() throws IOException {
        Files.writeString(
                folder.resolve("drafts/toll.yar"),
                RULE.replaceAll("(?s)  strings:.*\\$toll\\n", "  condition:\n    in_lists contains \" tolls \"\n"));
        Files.createDirectories(folder.resolve("drafts/lists"));
        Files.writeString(
                folder.resolve("drafts/lists/tolls.txt"), "text: quokka toll: your plate has an open balance\n");

        assertThat(backtest()).as(err.toString()).isZero();

        assertThat(out.toString()).contains("1 verdicts change", "[quokka_toll, ", "list:tolls]");
    }

    @Test
    void takesOneCandidate() {
        assertThat(backtest("--version", "2026")).isEqualTo(2);
        assertThat(err.toString()).contains("Name the candidate: --rules DIR for a folder, or --version NAME");
    }

    @Test
    void saysWhyNoMessageIsJudged() {
        assertThat(backtest("--tenant", "acme")).isZero();
        assertThat(out.toString()).contains("The history has no such messages", "winnow tenant set");
        assertThat(backtest("--from", "yesterday")).isNotZero();
        assertThat(err.toString()).contains("--from takes a time ago such as 6h or 7d");
    }

    private int backtest(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "rules",
                                "backtest",
                                "--rules",
                                folder.resolve("drafts").toString(),
                                "--data",
                                data().toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
