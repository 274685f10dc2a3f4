package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a command whose text comes from a pipe, before a terminal and before another pipe. */
class TerminalOutputIT {
    private static final String ESCAPE = "\u001B";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void coloursOnATerminalOnlyAndThereEvenIfTheTextIsPiped() throws Exception {
        assumeTrue(isThere("script"), "the program script is not installed; there is no terminal to try");
        Files.writeString(folder.resolve("text"), "See you at eight?\n");
        String command =
                "cat '%s/text' | '%s/bin/java' --enable-native-access=ALL-UNNAMED -cp '%s' %s rules explain - --data '%s'"
                        .formatted(
                                folder,
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                Winnow.class.getName(),
                                folder);
        Path commandFile = Files.writeString(folder.resolve("command"), command + "\n");

        assertThat(run("sh", commandFile.toString())).contains("clean, score").doesNotContain(ESCAPE);
        assertThat(run("script", "-qec", "sh " + commandFile, "/dev/null"))
                .contains(ESCAPE + "[32mclean" + ESCAPE + "[0m");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"));
        builder.environment().put("TERM", "xterm");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }
}
