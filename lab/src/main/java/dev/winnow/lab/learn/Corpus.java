package dev.winnow.lab.learn;

import dev.winnow.lab.command.StandardInput;
import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A file of labelled messages: UTF-8, a header line {@code label<TAB>text}, a message a line.
 *
 * @param name the file's name without its extension
 * @param messages in the order of the file
 */
public record Corpus(String name, List<LabelledMessage> messages) {
    private static final String HEADER = "label\ttext";
    private static final String EXTENSION = ".tsv";

    /** The longest file, in characters. */
    private static final int MAX_LENGTH = 64 << 20;

    public Corpus {
        messages = List.copyOf(messages);
    }

    /**
     * Reads a file; {@code -} is standard input.
     *
     * @throws IllegalArgumentException if it has another form; names file and line
     */
    public static Corpus readFile(Path file) throws IOException {
        boolean isInput = file.toString().equals(StandardInput.NAME);
        String[] lines = (isInput ? StandardInput.readText() : TextFile.require(file, MAX_LENGTH)).split("\n", -1);
        if (!lines[0].strip().equals(HEADER)) {
            throw new IllegalArgumentException(file + " must start with the header label<TAB>text");
        }
        List<LabelledMessage> messages = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            int tab = line.indexOf('\t');
            if (tab > 0 && tab < line.length() - 1) {
                messages.add(new LabelledMessage(line.substring(0, tab), line.substring(tab + 1)));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + " must be label<TAB>text");
            }
        }
        String name = isInput ? "standard input" : file.getFileName().toString();
        return new Corpus(name.endsWith(EXTENSION) ? name.substring(0, name.length() - 4) : name, messages);
    }

    /** The labels of its messages that are not known. */
    public SortedSet<String> listUnknownLabels() {
        SortedSet<String> unknown = new TreeSet<>();
        messages.forEach(message -> unknown.add(message.label()));
        unknown.removeAll(LabelledMessage.listKnownLabels());
        return unknown;
    }

    /** Reads all files of a folder, or the one file, in the order of their names. */
    public static List<Corpus> readAll(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(readFile(fileOrFolder));
        }
        List<Corpus> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(EXTENSION)).sorted().toList()) {
                all.add(readFile(file));
            }
        }
        return all;
    }
}
