package dev.winnow.lab.command;

import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the generated part of a page, between two comments; the rest of the page stays. */
public final class GeneratedPart {
    /** The longest page, in characters. */
    private static final int MAX_LENGTH = 16 << 20;

    private GeneratedPart() {}

    /**
     * Replaces the text between {@code <!-- name -->} and {@code <!-- /name -->}.
     *
     * @throws IllegalArgumentException if the page has no such part
     */
    public static void writePart(Path page, String name, String text) throws IOException {
        String before = "<!-- " + name + " -->";
        String after = "<!-- /" + name + " -->";
        String content = TextFile.require(page, MAX_LENGTH);
        int from = content.indexOf(before);
        int to = content.indexOf(after);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    page + " has no part between " + before + " and " + after + "; add both comments");
        }
        Files.writeString(
                page, content.substring(0, from) + before + "\n" + text.strip() + "\n" + content.substring(to));
    }
}
