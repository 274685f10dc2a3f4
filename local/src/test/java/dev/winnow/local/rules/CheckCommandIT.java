package dev.winnow.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.Winnow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandIT {
    private static final String GOOD = """
        rule zebra {
          meta:
            title = "Zebras"
            category = "junk"
            weight = 60
          strings:
            $zebra = "zebra" nocase fullword
          condition:
            $zebra
        }
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void takesGoodRulesWithExamples() throws IOException {
        write("mine.yar", "\uFEFF" + GOOD);
        write("mine.examples.tsv", "\uFEFFrule\texpect\ttext\nzebra\tmatch\ta zebra\nzebra\tmiss\ta horse\n");

        assertThat(check()).as(out.toString()).isZero();
        assertThat(out.toString()).contains("0 faults");
    }

    @Test
    void namesEveryUnusableFileAndChecksTheRest() throws IOException {
        write("mine.yar", GOOD);
        Files.write(folder.resolve("latin.yar"), GOOD.replace("Zebras", "größe").getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("wide.examples.tsv"), "rule\texpect\ttext\n".getBytes(StandardCharsets.UTF_16));
        Files.createDirectory(folder.resolve("folder.examples.tsv"));
        write("form.examples.tsv", "rule\texpect\ttext\nzebra\tperhaps\ta zebra\n");
        write("mine.examples.tsv", "rule\texpect\ttext\nzebra\tmiss\ta zebra\nzebbra\tmiss\ta horse\n");

        assertThat(check("--only")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "latin.yar:3 is left out", "wide.examples.tsv:1 is left out", "folder.examples.tsv is left out")
                .contains("form.examples.tsv:2 must be")
                .contains("rule 'zebra' must miss \"a zebra\"", "names rule 'zebbra', which is not live")
                .contains("1 rules, 2 examples, 6 faults");
    }

    @Test
    void refusesWrongAndMissingMetaAndSharedNames() throws IOException {
        write("mine.yar", GOOD.replace("= 60", "= 100000"));
        write("bare.yar", "rule bare { condition: filesize < 3 }");
        write("other.yar", GOOD.replace("rule zebra", "rule sextortion"));

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString())
                .contains("rule 'zebra' (mine.yar:1) is refused: its weight is the number 100000")
                .contains("rule 'bare' (bare.yar:1) has no title and no category and no weight")
                .contains("rule 'sextortion' stands in other.yar:1 and in the bundled pack")
                .contains("3 faults");
    }

    @Test
    void takesAnEmptyFolderForAFault() throws IOException {
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString()).contains("there is no .yar or .yara file in " + folder, "1 faults");

        write("mine.yar", "// later");
        assertThat(check("--only")).isEqualTo(1);
        assertThat(out.toString()).contains("hold no rule");
    }

    @Test
    void takesLearntRules() throws IOException {
        StringBuilder corpus = new StringBuilder("label\ttext\n");
        for (int i = 0; i < 60; i++) {
            corpus.append("spam\twin 50% & a free prize? 20p, 4567, call 020 7946 0018 or 0800")
                    .append(1_000_000 + i)
                    .append('\n');
            corpus.append("spam\tfree ringtone, text tone to 8")
                    .append(1_000 + i)
                    .append('\n');
            corpus.append("ham\tare you at home tonight or at work ").append(i).append('\n');
            corpus.append("ham\tsee you later, bring milk ").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("corpus.tsv"), corpus);
        assertThat(run(
                        "learn",
                        "--corpus",
                        file.toString(),
                        "--out",
                        folder.resolve("learnt.yar").toString()))
                .isZero();

        assertThat(check()).as(out.toString()).isZero();
    }

    @Test
    void explainsByTheRestAndNamesWhatIsLeftOut() throws IOException {
        write("mine.yar", GOOD);
        write("broken.yar", "rule broken { condition: $nowhere }");
        write("quoted.yar", GOOD.replace("zebra {", "quoted {").replace("= 60", "= \"60\""));
        Files.write(folder.resolve("latin.yar"), GOOD.replace("Zebras", "größe").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("explain", "a zebra", "--only", "--rules", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("junk, score 60");
        assertThat(err.toString()).contains("latin.yar:3 is left out", "rule 'broken'", "rule 'quoted'");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private int check(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "check";
        arguments[1] = "--rules";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "rules";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
