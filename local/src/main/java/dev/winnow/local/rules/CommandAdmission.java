package dev.winnow.local.rules;

import dev.winnow.worker.rules.RuleAdmission;
import dev.winnow.yara.Admission;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Admission as a command runs it. Keeps the measured cost of each rule in the user's cache folder, so that a second run measures changed
 * rules only, and prints its progress if it takes longer than two seconds. Stateless; any thread.
 */
public final class CommandAdmission {
    /** Commands of one process share what a child has compiled. */
    private static final Admission ADMISSION = new Admission();

    private CommandAdmission() {}

    /**
     * Admits rules.
     *
     * @param err where the progress is printed
     * @throws RuntimeException if the child process that measures cannot run
     */
    public static AdmissionReport review(List<RuleSource> sources, PrintWriter err) {
        Admission admission = ADMISSION.withListener(new AdmissionProgress(err));
        return RuleAdmission.review(
                sources, findFiguresFile().map(admission::withFigures).orElse(admission));
    }

    // Not beside the rules: a folder of rules from elsewhere could bring figures of its own and so pass every budget.
    private static Optional<Path> findFiguresFile() {
        String cache = System.getenv("XDG_CACHE_HOME");
        String home = System.getenv("HOME");
        if ((cache == null || cache.isBlank()) && (home == null || home.isBlank())) {
            return Optional.empty();
        }
        Path folder = (cache == null || cache.isBlank() ? Path.of(home, ".cache") : Path.of(cache)).resolve("winnow");
        try {
            return Optional.of(Files.createDirectories(folder).resolve("rule-figures"))
                    .filter(_ -> Files.isWritable(folder));
        } catch (IOException readOnly) {
            return Optional.empty();
        }
    }
}
