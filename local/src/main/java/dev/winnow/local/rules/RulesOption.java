package dev.winnow.local.rules;

import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules a command works on: the bundled pack, with a folder's files on top. */
final class RulesOption {
    private static final String EXTENSION = ".yar";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {
                "A folder of .yar files on top of the bundled pack; a file with a bundled file's name replaces it.",
                "Examples stand beside them as NAME.examples.tsv."
            })
    private @Nullable Path folder;

    @Option(names = "--only", description = "Leave the bundled pack out.")
    private boolean only;

    List<RuleSource> sources() throws IOException {
        return sources(folder, only);
    }

    static List<RuleSource> sources(@Nullable Path folder, boolean only) throws IOException {
        TreeMap<String, RuleSource> sources = new TreeMap<>();
        for (Path file : files(folder, EXTENSION)) {
            String name = file.getFileName().toString();
            sources.put(name, new RuleSource(name, Files.readString(file)));
        }
        Collection<RuleSource> all = only ? sources.values() : RuleFolder.withBundled(sources);
        return all.stream().filter(source -> !source.text().isBlank()).toList();
    }

    List<RuleExample> examples() throws IOException {
        List<RuleExample> examples =
                only ? new ArrayList<>() : new ArrayList<>(RulePack.bundled().examples());
        for (Path file : files(folder, RuleExample.FILE_SUFFIX)) {
            String name = file.getFileName().toString();
            String topic = name.substring(0, name.length() - RuleExample.FILE_SUFFIX.length());
            examples.removeIf(example -> example.topic().equals(topic));
            examples.addAll(RuleExample.parse(name, topic, Files.readString(file)));
        }
        return examples;
    }

    private static List<Path> files(@Nullable Path folder, String suffix) throws IOException {
        if (folder == null) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + "; --rules takes one with .yar files");
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
