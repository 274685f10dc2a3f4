package dev.winnow.local.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.local.Winnow;
import dev.winnow.local.console.RunningConsole;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a campaign to a rule in shadow, on a running server. */
class DraftCommandIT {
    private static final String TEMPLATE =
            "Hi <name>, the quiet otter lottery picked you: claim your otter prize at <link>";
    private static final String TEXT =
            "Hi Tom, the quiet otter lottery picked you: claim your otter prize at https://a.example/1";

    @SuppressWarnings("NullAway.Init")
    private static RunningConsole console;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startConsole() throws IOException {
        console = RunningConsole.start();
    }

    @AfterAll
    static void stopConsole() throws IOException {
        console.close();
    }

    @Test
    void writesARuleInShadowThatItsAuthorMakesActive() throws IOException {
        Campaign campaign = console.makeCampaign(new Fingerprint(11, 12), TEMPLATE);
        String rule = "campaign_" + campaign.id();

        assertThat(run("draft", campaign.id())).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("rule " + rule, "otter", "admitted with its examples", "backtest: matches 0 of 0 messages")
                .contains("winnow rules state " + rule + " active");
        Path rules = console.data().resolve("rules");
        assertThat(Files.readString(rules.resolve(rule + ".examples.tsv"))).contains("\tmatch\t", "\tmiss\t");
        assertThat(Files.readString(rules.resolve("states.tsv"))).contains(rule + "\tshadow");
        assertThat(run("check", "--only", "--rules", rules.toString()))
                .as(out.toString())
                .isZero();

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(console.send("GET", "/ops/v1/rules/" + rule, console.key("viewer"), null)
                                        .body())
                                .contains("\"mode\":\"shadow\""));
        assertThat(console.rulesOf(console.judge(TEXT))).doesNotContain(rule);
        assertThat(run("state", rule, "active")).isZero();
        Awaitility.await().until(() -> console.rulesOf(console.judge(TEXT)), all -> all.contains(rule));

        assertThat(run("draft", campaign.id())).isEqualTo(1);
        assertThat(err.toString()).contains("exists already and may have been edited");
        assertThat(console.send("GET", "/ops/v1/audit", console.key("viewer"), null)
                        .body())
                .contains("draft rule", campaign.id());
    }

    @Test
    void writesIntoAnotherFolderAndPrintsJson(@TempDir Path folder) {
        Campaign campaign = console.makeCampaign(new Fingerprint(0x2122232425262728L, 22), TEMPLATE);

        assertThat(run("draft", campaign.id(), "--out", folder.toString(), "--json"))
                .as(err.toString())
                .isZero();

        JsonNode draft = JsonMapper.shared().readTree(out.toString());
        assertThat(draft.at("/rule/parts").size()).isBetween(2, 4);
        assertThat(draft.path("state").asString()).isEqualTo("shadow");
        assertThat(draft.at("/backtest/newJunk").asInt()).isZero();
        assertThat(folder.resolve(draft.at("/rule/file").asString())).exists();
    }

    @Test
    void saysWhatToDoIfTheTextIsNotKnown() {
        Campaign campaign = console.makeCampaign(new Fingerprint(0x3132333435363738L, 32), null);

        assertThat(run("draft", campaign.id())).isEqualTo(1);
        assertThat(err.toString()).contains("its text is not known", "winnow tenant set TENANT --history DAYS");
        assertThat(run("draft", "mine")).isEqualTo(2);
        assertThat(run("draft", "0000000000000000")).isEqualTo(1);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("rules"));
        all.addAll(Arrays.asList(arguments));
        if (!arguments[0].equals("check")) {
            all.addAll(List.of("--data", console.data().toString()));
        }
        return Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
