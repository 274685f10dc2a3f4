package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine winnow =
            Winnow.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void printsHelpForEveryCommand() {
        assertThat(winnow.execute("--help")).isZero();
        assertThat(out.toString()).contains("run", "send", "demo", "version", "Start here");

        for (String command : winnow.getSubcommands().keySet()) {
            assertThat(winnow.execute(command, "--help")).as(command).isZero();
        }
    }

    /** A list of commands shows the first line of each description, so that line must be a sentence. */
    @Test
    void cutsNoDescription() {
        assertThat(listDescriptions(winnow)).allSatisfy(line -> assertThat(line).endsWith("."));
    }

    @Test
    void printsItsVersion() {
        assertThat(winnow.execute("version")).isZero();
        assertThat(out.toString()).contains("winnow", "commit", "java", "yara 4.5", "rules");
    }

    @Test
    void answersTheUsualQuestions() {
        assertThat(winnow.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("winnow ").contains("commit");
        assertThat(winnow.execute("help", "send")).isZero();
        assertThat(out.toString()).contains("winnow send");
    }

    @Test
    void describesEveryCommandInTheManPage() {
        assertThat(winnow.execute("generate-man-page")).isZero();
        assertThat(out.toString())
                .startsWith(".TH WINNOW 1")
                .contains(".SS winnow rules publish", ".SS winnow tenant set", "\\-\\-private\\-port=PORT")
                .doesNotContain("${", "generate\\-man");
    }

    @Test
    void refusesToEvaluateWhatIsNotThere(@TempDir Path data) {
        assertThat(winnow.execute("rules", "evaluate", data.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no ").contains("nothing was measured");
    }

    @Test
    void saysHowToGetAKey(@TempDir Path data) {
        assertThat(winnow.execute("send", "hi", "--key", "", "--data", data.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no API key", "make run").doesNotContain("\tat ");
    }

    @Test
    void saysThatNoServerAnswers() {
        assertThat(winnow.execute("send", "hi", "--key", "k", "--url", "http://127.0.0.1:9"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("http://127.0.0.1:9", "is the server running");
    }

    @Test
    void refusesToSendWithoutATextOrAFile() {
        assertThat(winnow.execute("send")).isEqualTo(2);
        assertThat(winnow.execute("send", "hi", "--file", "f")).isEqualTo(2);
    }

    private static List<String> listDescriptions(CommandLine command) {
        List<String> lines = new ArrayList<>();
        command.getSubcommands().values().forEach(each -> {
            lines.add(each.getCommandSpec().usageMessage().description()[0]);
            lines.addAll(listDescriptions(each));
        });
        return lines;
    }
}
