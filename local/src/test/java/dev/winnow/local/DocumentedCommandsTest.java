package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads every {@code winnow} command on the pages of the repository and fails on a command or an option that does not exist. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");

    /** A command in a block of code, or in a span inside a sentence. */
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ {4,}(?:\\./)?|`(?:\\./)?)winnow ([^`\n]*)");

    @Test
    void knowsEveryCommandAndOption() throws IOException {
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        CommandLine winnow = Winnow.commandLine();
        for (Path page : listPages()) {
            Matcher found = COMMAND.matcher(Files.readString(page));
            while (found.find()) {
                String command = cutShell(found.group(1));
                commands++;
                try {
                    winnow.parseArgs(split(command));
                } catch (UnmatchedArgumentException e) {
                    wrong.add(page + ": winnow " + command + ": " + e.getMessage());
                } catch (ParameterException incomplete) {
                    // A sentence may name a command without all of its arguments, or with a placeholder for a number.
                }
            }
        }

        assertThat(commands).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    private static List<Path> listPages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")),
                            docs.filter(page -> page.toString().endsWith(".md"))
                                    .filter(page -> !page.toString().contains("decisions")))
                    .sorted()
                    .toList();
        }
    }

    /** The command alone: without what a shell does with its output, the comment after it, and the alternatives of an argument. */
    private static String cutShell(String command) {
        return command.split("\\s(?:[|>&;<#]|2>)|\\\\$|\\)", 2)[0]
                .replaceAll("\\|\\w+", "")
                .strip();
    }

    private static String[] split(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words.toArray(String[]::new);
    }
}
