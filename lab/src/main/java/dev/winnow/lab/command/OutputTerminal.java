package dev.winnow.lab.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The terminal behind standard output while standard input is a pipe or a file, which the JVM does not look for. Linux; stateless. */
final class OutputTerminal {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final int DEFAULT_COLUMNS = 80;

    private OutputTerminal() {}

    /** Whether standard output is a terminal. */
    static boolean isStandardOutput() {
        try {
            return Files.readSymbolicLink(STANDARD_OUTPUT).toString().matches("/dev/(pts/\\d+|tty\\w*|console)");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    /** The width of the terminal; 80 if it does not tell. */
    static int countColumns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.matches("\\d+ [1-9]\\d*") ? Integer.parseInt(answer.split(" ", 2)[1]) : DEFAULT_COLUMNS;
        } catch (IOException | UncheckedIOException noTerminal) {
            return DEFAULT_COLUMNS;
        }
    }
}
