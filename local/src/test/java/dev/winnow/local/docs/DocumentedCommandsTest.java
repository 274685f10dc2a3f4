package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.Winnow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads every {@code winnow} command on the pages of the repository and fails on a command or an option that does not exist. */
class DocumentedCommandsTest {
    @Test
    void knowsEveryCommandAndOption() {
        CommandLine winnow = Winnow.commandLine();
        List<PrintedCommand> commands = Stream.concat(Stream.of("CHANGELOG.md"), ShellBlock.listPages().stream())
                .flatMap(PrintedCommand::listAll)
                .toList();
        List<String> wrong = new ArrayList<>();
        for (PrintedCommand command : commands) {
            try {
                winnow.parseArgs(command.words().toArray(String[]::new));
            } catch (UnmatchedArgumentException e) {
                wrong.add(command + ": " + e.getMessage());
            } catch (ParameterException incomplete) {
                // A sentence may name a command without all of its arguments, or with a placeholder for a number.
            }
        }

        assertThat(commands).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }
}
