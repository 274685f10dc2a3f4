package dev.winnow.local.rules;

import dev.winnow.lab.command.ProgressBar;
import dev.winnow.lab.command.Screen;
import dev.winnow.worker.rules.RuleAdmission;
import dev.winnow.yara.Admission;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

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
     * @param spec the command, on whose error output the progress is printed
     * @throws RuntimeException if the child process that measures cannot run
     */
    public static AdmissionReport review(List<RuleSource> sources, CommandSpec spec) {
        try (ProgressBar progress = new ProgressBar(spec.commandLine().getErr(), Screen.ofCommand(spec))) {
            return RuleAdmission.review(
                    sources, newAdmission().withListener(progress.countUnits("rules are measured")::reportProgress));
        }
    }

    /** An admission with the figures that earlier commands measured. */
    static Admission newAdmission() {
        return findFiguresFile().map(ADMISSION::withFigures).orElse(ADMISSION);
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
