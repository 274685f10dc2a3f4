package dev.winnow.worker.rules;

import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.rules.TextFile;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rule files of a folder at one moment. A file that cannot be used is a fault and takes no other file with it. Immutable; any
 * thread.
 *
 * @param sources the usable {@code .yar} and {@code .yara} files by name
 * @param faults the other ones by name, and subfolders that hold rule files
 * @param label the day of the last change, be it of the bundled pack or, in UTC, of a usable file
 */
public record RuleFiles(List<RuleSource> sources, List<RuleFileFault> faults, String label) {
    /** The bundled pack is one source of this namespace. */
    public static final String RESERVED = "winnow";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    public RuleFiles {
        sources = List.copyOf(sources);
        faults = List.copyOf(faults);
    }

    /** No folder at all. */
    public static RuleFiles none() {
        return new RuleFiles(List.of(), List.of(), RulePack.readBundled().label());
    }

    /**
     * Reads a folder.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such folder
     * @throws IOException if it cannot be listed
     */
    public static RuleFiles read(Path folder) throws IOException {
        List<RuleSource> sources = new ArrayList<>();
        List<RuleFileFault> faults = new ArrayList<>();
        Map<String, String> namespaces = new HashMap<>();
        String label = RulePack.readBundled().label();
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            Instant changed = changeOf(file);
            switch (isRuleFile(file) ? readRules(file, namespaces) : readOther(file)) {
                case TextFile.Text(String text) -> {
                    sources.add(new RuleSource(name, text));
                    label = later(label, DAY.format(changed));
                }
                case TextFile.Unusable(int line, String reason) ->
                    faults.add(new RuleFileFault(name, line, reason, changed));
                case TextFile.Missing() -> {}
            }
        }
        return new RuleFiles(sources, faults, label);
    }

    /** Whether rules and faults are the same; the label does not count. */
    boolean holdsTheSameAs(RuleFiles other) {
        return sources.equals(other.sources) && faults.equals(other.faults);
    }

    /** Whether the name ends as a rule file's does. */
    static boolean isRuleFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yar") || name.endsWith(".yara");
    }

    private static TextFile readRules(Path file, Map<String, String> namespaces) {
        TextFile read = TextFile.read(file, RuleSource.MAX_LENGTH);
        if (!(read instanceof TextFile.Text)) {
            return read;
        }
        String name = file.getFileName().toString();
        if (name.isBlank()) {
            return new TextFile.Unusable(0, "has a blank name; rename it");
        }
        String namespace = new RuleSource(name, "").namespace();
        if (namespace.equals(RESERVED)) {
            return new TextFile.Unusable(0, "has the name of the bundled pack; rename it");
        }
        String first = namespaces.putIfAbsent(namespace, name);
        return first == null
                ? read
                : new TextFile.Unusable(0, "has the name of " + first + " but for its ending; rename one of them");
    }

    /** Everything but a rule file is passed over, unless it is a folder with rule files. */
    private static TextFile readOther(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith(".") || name.endsWith(RuleExample.FILE_SUFFIX) || !Files.isDirectory(file)) {
            return new TextFile.Missing();
        }
        Optional<Path> inside = RuleFileSearch.findFirst(file);
        return inside.isEmpty()
                ? new TextFile.Missing()
                : new TextFile.Unusable(
                        0,
                        "is a folder with rule files such as " + inside.get().getFileName()
                                + ", and only files that stand directly in the rules folder are read; move them up");
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private static Instant changeOf(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
