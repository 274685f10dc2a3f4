package dev.winnow.worker.rules;

import dev.winnow.rules.RuleFile;
import dev.winnow.rules.RulePack;
import dev.winnow.yara.Admission;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundled pack and, on top of it, the {@code .yar} and {@code .yara} files of a folder: a file with a bundled file's name replaces
 * it. Own files are admitted before they go live; one with a fault stays as it was when it was last good. One thread.
 */
public final class RuleFolder {
    private static final Logger log = LoggerFactory.getLogger(RuleFolder.class);
    private static final String LONG_EXTENSION = ".yara";

    private final Path folder;
    private final Admission admission;
    private final Map<String, RuleSource> lastGood = new HashMap<>();

    /** Faults that were logged, each with the state of the file that it was logged for. */
    private final Map<String, Object> logged = new HashMap<>();

    /**
     * A folder that need not exist.
     *
     * @param folder where the operator's own rules are
     * @param admission decides which rules may go live
     */
    public RuleFolder(Path folder, Admission admission) {
        this.folder = folder;
        this.admission = admission;
    }

    /** The bundled pack, which the build has admitted. */
    public static List<RuleSource> bundledSources() {
        return withBundled(List.of());
    }

    /** These files, and of the bundled pack the files that they do not replace. */
    public static List<RuleSource> withBundled(List<RuleSource> own) {
        Set<String> names = own.stream()
                .map(RuleSource::name)
                .map(name -> name.endsWith(LONG_EXTENSION) ? name.substring(0, name.length() - 1) : name)
                .collect(Collectors.toUnmodifiableSet());
        RuleFile pack = RulePack.readBundled().sourceWithout(names);
        List<RuleSource> sources = new ArrayList<>(own);
        sources.add(new RuleSource(pack.name(), pack.text()));
        return List.copyOf(sources);
    }

    /**
     * Reads the folder's own files as they are now; cheap enough to look often. A folder that does not exist holds no files.
     *
     * @throws IOException if the folder is there and cannot be listed
     */
    RuleFiles readFolder() throws IOException {
        try {
            return RuleFiles.read(folder);
        } catch (NoSuchFileException none) {
            if (Files.isSymbolicLink(folder)) {
                throw none;
            }
            return RuleFiles.none();
        }
    }

    /** Decides which sources should be live when the folder holds these files; names each fault once. Takes about a second. */
    List<RuleSource> admitSources(RuleFiles files) {
        AdmissionReport report = files.sources().isEmpty()
                ? new AdmissionReport(List.of(), List.of(), List.of())
                : RuleAdmission.review(files.sources(), admission);
        Map<String, RuleSource> live = new TreeMap<>();
        report.admitted().forEach(file -> live.put(file.name(), file));
        Set<String> faulty = findFaultyFiles(report, files);
        lastGood.keySet().removeIf(name -> !faulty.contains(name));
        files.sources().stream()
                .filter(file -> !faulty.contains(file.name()))
                .forEach(file -> lastGood.put(file.name(), file));
        live.putAll(lastGood);
        logFaults(report, files);
        return withBundled(List.copyOf(live.values()));
    }

    Path folder() {
        return folder;
    }

    private static Set<String> findFaultyFiles(AdmissionReport report, RuleFiles files) {
        Set<String> faulty = new HashSet<>();
        files.faults().forEach(fault -> faulty.add(fault.file()));
        for (Refusal refusal : report.refusals()) {
            if (refusal.file() == null) {
                files.sources().forEach(source -> faulty.add(source.name()));
            } else {
                faulty.add(refusal.file());
            }
        }
        return faulty;
    }

    /** Logs a fault once, and again when its file has changed and still has it. */
    private void logFaults(AdmissionReport report, RuleFiles files) {
        Map<String, Object> faults = new HashMap<>();
        for (RuleFileFault fault : files.faults()) {
            logOnce(fault.sentence() + suffix(fault.file()), fault.changed(), faults);
        }
        Map<String, RuleSource> byName =
                files.sources().stream().collect(Collectors.toMap(RuleSource::name, source -> source));
        for (Refusal refusal : report.refusals()) {
            String file = String.valueOf(refusal.file());
            logOnce(refusal.sentence() + suffix(file), byName.getOrDefault(file, new RuleSource("all", "")), faults);
        }
        logged.clear();
        logged.putAll(faults);
    }

    private void logOnce(String sentence, Object state, Map<String, Object> faults) {
        if (!state.equals(logged.get(sentence))) {
            log.error("{}", sentence);
        }
        faults.put(sentence, state);
    }

    private String suffix(String file) {
        return lastGood.containsKey(file) ? "; " + file + " stays live as it was before its last change" : "";
    }
}
