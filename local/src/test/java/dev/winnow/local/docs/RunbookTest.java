package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the names in the runbook to the things that have them: a name that an operator cannot find costs time in an emergency. */
class RunbookTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern STRING = Pattern.compile("\"([^\"\n]*)\"");

    /** A literal of one word. */
    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");

    private final String runbook = read(ROOT.resolve("docs/runbook.md"));
    private final String alarms = runbook.split("\n## Tasks", 2)[0];
    private final String terraform = readAll("terraform", ".tf");

    @Test
    void namesMetricsThatTheProgramsWrite() {
        Set<String> literals = find(WORD, readSources());
        Set<String> listed = find(Pattern.compile("`([A-Z]\\w+)`"), section("### Metrics that the programs write"));

        assertThat(listed).hasSizeGreaterThan(10).isSubsetOf(literals);
        assertThat(find(Pattern.compile("\\b((?:[A-Z][a-z]+)+(?:Backlog|Away|Age|Verdicts|Rules))\\b"), alarms))
                .isNotEmpty()
                .isSubsetOf(listed);
    }

    @Test
    void namesFieldsOfLogLines() {
        Set<String> literals = find(WORD, readSources());

        assertThat(find(Pattern.compile("\\bfield (\\w+)"), runbook))
                .isNotEmpty()
                .isSubsetOf(literals);
        assertThat(find(Pattern.compile("`(tenant|messages|rule)`"), runbook))
                .hasSize(3)
                .isSubsetOf(literals);
        assertThat(find(Pattern.compile("`(\\w+Id)`"), runbook)).isNotEmpty().isSubsetOf(literals);
    }

    @Test
    void quotesLogLinesAsTheyAre() {
        String sources = readSources();

        assertThat(find(Pattern.compile("[Ll]og group [^.]*?\"([A-Z][^\"_]{8,})\""), alarms))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(sources).contains(line));
        assertThat(find(Pattern.compile("\"([^\"]+)\" in the log"), alarms))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(sources).contains(line));
    }

    @Test
    void namesGraphsOfTheDashboard() {
        Set<String> titles = find(Pattern.compile("title = \"([^\"]+)\""), terraform);
        Set<String> named = new TreeSet<>();
        find(Pattern.compile("dashboard (\"[^.]*)"), alarms).forEach(list -> named.addAll(find(STRING, list)));

        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(titles).anyMatch(title -> title.startsWith(name)));
    }

    @Test
    void namesSettingsAndOutputsOfTerraform() {
        assertThat(find(Pattern.compile("\\b((?:api|worker|callbacks)\\.(?:min|max|memory|vcpu|on_\\w+))\\b"), runbook))
                .hasSizeGreaterThan(4)
                .allSatisfy(setting -> assertThat(terraform)
                        .containsPattern("variable \"" + setting.split("\\.", 2)[0] + "\" \\{[^}]*\\b"
                                + setting.split("\\.", 2)[1] + " +="));
        assertThat(find(Pattern.compile("output -(?:json|raw) (\\w+)"), runbook))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(terraform).contains("output \"" + name + "\""));
        assertThat(find(Pattern.compile("\\b(aws_[a-z0-9_]+\\.[a-z_]+)"), runbook))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(terraform).contains("resource \"" + name.replace(".", "\" \"") + "\""));
    }

    @Test
    void namesTargetsOfMakeAndSectionsOfItself() {
        String makefile = read(ROOT.resolve("Makefile"));

        assertThat(find(Pattern.compile("`?make ([a-z]+)\\b(?=[` ]*(?:`|[A-Z]+=))"), runbook))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(makefile).contains("\n" + target + ":"));
        assertThat(find(Pattern.compile("\\(runbook, \"([^\"]+)\"\\)"), runbook))
                .isNotEmpty()
                .allSatisfy(title -> assertThat(runbook).contains("\n### " + title));
        assertThat(find(Pattern.compile("\\bsee ([a-z]+(?:-[a-z]+)+)"), alarms))
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(alarms).contains("\n### " + alarm + "\n"));
        assertThat(find(Pattern.compile("log group /NAME/([a-z]+)"), alarms))
                .containsExactlyInAnyOrder("api", "callbacks", "worker");
    }

    private String section(String title) {
        return runbook.split("\n" + title + "\n", 2)[1].split("\n##", 2)[0];
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(RunbookTest::firstGroup)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }

    private static String readSources() {
        return Stream.of("common", "ingest-api", "scan-worker", "callback-sender")
                .map(module -> readAll(module + "/src/main/java", ".java"))
                .collect(Collectors.joining("\n"));
    }

    private static String readAll(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(RunbookTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
