package dev.winnow.worker.rules;

import dev.winnow.rules.RulePack;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bundled pack and, on top of it, the {@code .yar} files of a folder: a file with a bundled file's name replaces it, and an empty
 * one takes it away. Any thread.
 *
 * @param folder where the operator's own rules are; it need not exist
 */
public record RuleFolder(Path folder) {
    private static final String EXTENSION = ".yar";

    /** The files that should be live now, by name. */
    public List<RuleSource> read() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        bundled().forEach(file -> texts.put(file.name(), file.text()));
        for (Path file : ownFiles()) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        List<RuleSource> sources = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (!text.isBlank()) {
                sources.add(new RuleSource(name, text));
            }
        });
        return sources;
    }

    /** The files of the bundled pack. */
    public static List<RuleSource> bundled() {
        return RulePack.bundled().files().stream()
                .map(file -> new RuleSource(file.name(), file.text()))
                .toList();
    }

    private List<Path> ownFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
