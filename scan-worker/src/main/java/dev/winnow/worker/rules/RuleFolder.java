package dev.winnow.worker.rules;

import dev.winnow.rules.RuleFile;
import dev.winnow.rules.RulePack;
import dev.winnow.yara.Admission;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundled pack and, on top of it, the {@code .yar} files of a folder: a file with a bundled file's name replaces it. Own files are
 * admitted before they go live; one with a fault stays as it was when it was last good. One thread.
 */
public final class RuleFolder {
    private static final Logger log = LoggerFactory.getLogger(RuleFolder.class);
    private static final String EXTENSION = ".yar";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Map<String, RuleSource> lastGood = new HashMap<>();

    /**
     * A folder that need not exist.
     *
     * @param folder where the operator's own rules are
     */
    public RuleFolder(Path folder) {
        this.folder = folder;
    }

    /** The bundled pack, which the build has admitted. */
    public static List<RuleSource> bundled() {
        return withBundled(Map.of());
    }

    /** These files by name, and of the bundled pack those that they do not replace. */
    public static List<RuleSource> withBundled(Map<String, RuleSource> own) {
        RuleFile pack = RulePack.bundled().sourceWithout(own.keySet());
        List<RuleSource> sources = new ArrayList<>(own.values());
        sources.add(new RuleSource(pack.name(), pack.text()));
        return List.copyOf(sources);
    }

    /** The folder's own files as they are now, by name; cheap enough to look often. */
    List<RuleSource> read() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> rules = files.filter(
                            file -> file.getFileName().toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
            Map<String, RuleSource> sources = new TreeMap<>();
            for (Path file : rules) {
                String name = file.getFileName().toString();
                sources.put(name, new RuleSource(name, Files.readString(file)));
            }
            return List.copyOf(sources.values());
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** What to call its rules: the day of the last change, be it of the bundled pack or, in UTC, of an own file. */
    String label() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Stream.concat(
                            Stream.of(RulePack.bundled().label()),
                            files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                                    .map(RuleFolder::dayOf))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        } catch (NoSuchFileException none) {
            return RulePack.bundled().label();
        }
    }

    /** What should be live when the folder holds these files; names what is refused. Takes about a second. */
    List<RuleSource> admit(List<RuleSource> own) {
        Map<String, RuleSource> live = new TreeMap<>();
        if (!own.isEmpty()) {
            AdmissionReport report = new Admission().review(own);
            report.admitted().forEach(file -> live.put(file.name(), file));
            Set<String> faulty = faultyFiles(report, own);
            for (RuleSource file : own) {
                if (!faulty.contains(file.name())) {
                    lastGood.put(file.name(), file);
                } else if (lastGood.containsKey(file.name())) {
                    live.put(file.name(), lastGood.get(file.name()));
                    log.error("{} stays live as it was before its last change", file.name());
                }
            }
        }
        return withBundled(live);
    }

    Path folder() {
        return folder;
    }

    private static String dayOf(Path file) {
        try {
            return DAY.format(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> faultyFiles(AdmissionReport report, List<RuleSource> own) {
        report.refusals().forEach(refusal -> log.error("{}", refusal.sentence()));
        boolean wholeSet = report.refusals().stream().anyMatch(refusal -> refusal.file() == null);
        Stream<String> names = wholeSet
                ? own.stream().map(RuleSource::name)
                : report.refusals().stream().map(Refusal::file).map(String::valueOf);
        return names.collect(Collectors.toUnmodifiableSet());
    }
}
