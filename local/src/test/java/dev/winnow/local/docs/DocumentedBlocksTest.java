package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/commands.md to the pages: it says of each block of commands which test runs it, or why none does. */
class DocumentedBlocksTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\S+\\.md) \\| `(.+?)` \\| (.+) \\|$");
    private static final Pattern TARGET = Pattern.compile("(?m)(?:`|^ {4,})make ([a-z][a-z-]+)");
    private static final Pattern ASSIGNED = Pattern.compile("`([a-z_]+) = (?:true|\\{)");
    private static final Pattern ADDRESS = Pattern.compile("\\b(aws_[a-z0-9_]+)\\.([a-z_0-9]+)\\b");

    private final List<MatchResult> rows =
            ROW.matcher(ShellBlock.readPage("docs/commands.md")).results().toList();

    @Test
    void namesTheTestOfEachBlock() {
        List<String> listed = rows.stream()
                .map(row -> row.group(1) + ": " + row.group(2).replaceFirst("^\\*$", ""))
                .toList();
        List<ShellBlock> blocks = ShellBlock.listPages().stream()
                .flatMap(page -> ShellBlock.listBlocks(page).stream())
                .toList();

        assertThat(blocks)
                .hasSizeGreaterThan(30)
                .allSatisfy(block -> assertThat(listed)
                        .as(block.page() + ": " + block.firstLine())
                        .anyMatch(row -> (block.page() + ": " + block.firstLine()).startsWith(row)));
        assertThat(listed)
                .doesNotHaveDuplicates()
                .allSatisfy(row -> assertThat(blocks)
                        .as(row)
                        .anyMatch(block -> (block.page() + ": " + block.firstLine()).startsWith(row)));
    }

    @Test
    void namesTestsThatExistOrAReason() {
        assertThat(rows).allSatisfy(row -> {
            String how = row.group(3);
            assertThat(NamedTests.find(how).isEmpty() && !how.contains("`packaging/test`"))
                    .as(row.group())
                    .isEqualTo(how.startsWith("not run: "));
            assertThat(NamedTests.findMissing(how)).isEmpty();
        });
    }

    @Test
    void knowsEveryTargetOfMake() {
        String makefile = ShellBlock.readPage("Makefile");

        assertThat(ShellBlock.listPages().stream()
                        .flatMap(page ->
                                TARGET.matcher(ShellBlock.readPage(page)).results())
                        .map(match -> match.group(1))
                        .distinct())
                .hasSizeGreaterThan(20)
                .allSatisfy(target -> assertThat(makefile).contains("\n" + target + ":"));
    }

    @Test
    void namesPackagesOfThisVersion() {
        String version = ShellBlock.readPage("pom.xml").replaceAll("(?s).*?\\n  <version>(.*?)</version>.*", "$1");

        assertThat(ShellBlock.readPage("CHANGELOG.md")).contains("\n## " + version);
        assertThat(Pattern.compile("winnow_([0-9.]+)_")
                        .matcher(ShellBlock.readPage("docs/one-machine.md"))
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .containsOnly(version);
    }

    @Test
    void knowsEveryVariableAndResourceOfTerraform() throws IOException {
        StringBuilder terraform = new StringBuilder();
        try (Stream<Path> files = Files.list(ShellBlock.ROOT.resolve("terraform"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".tf")).toList()) {
                terraform.append(Files.readString(file));
            }
        }
        String runbook = ShellBlock.readPage("docs/runbook.md");

        assertThat(ASSIGNED.matcher(runbook).results().map(match -> match.group(1)))
                .hasSizeGreaterThan(2)
                .allSatisfy(name -> assertThat(terraform).contains("variable \"" + name + "\""));
        assertThat(ADDRESS.matcher(runbook).results().map(match -> match.group(1) + "\" \"" + match.group(2)))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(terraform).contains("resource \"" + name + "\""));
    }
}
