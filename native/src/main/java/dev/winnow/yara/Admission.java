package dev.winnow.yara;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Decides once, when rules are published, which may go live. Sources are read for contents that are refused outright ({@code include},
 * modules, {@code entrypoint}, repeat counts over 30,000, too many strings or tags), then compiled and timed in child processes on
 * texts made from their own patterns, of 500 and 8,192 bytes: a crash or a hang there is a finding. Each rule is measured with the
 * rules it refers to and no others, on all processors at once, some ten milliseconds of processor time for each; its figure is
 * kept until its text changes. A file that has not changed is not compiled again in a child, and the set is measured again only
 * when the rules that changed could bring it near its budget. Any thread.
 */
public final class Admission {

    private final Budget budget;
    private final Duration patience;
    private final MeasurementCache cache;
    private final AdmissionListener listener;
    private final CompiledFiles compiled;
    private final SetLimit setLimit;

    /** With {@link Budget#DEFAULT}, and five minutes for each run of the child. */
    public Admission() {
        this(Budget.DEFAULT, Duration.ofMinutes(5));
    }

    /**
     * With a budget of one's own.
     *
     * @param patience how much processor time one run of the child may take before it is a hang
     */
    public Admission(Budget budget, Duration patience) {
        this(budget, patience, MeasurementCache.shared(), AdmissionListener.NONE, new CompiledFiles(), new SetLimit());
    }

    private Admission(
            Budget budget,
            Duration patience,
            MeasurementCache cache,
            AdmissionListener listener,
            CompiledFiles compiled,
            SetLimit setLimit) {
        this.budget = budget;
        this.patience = patience;
        this.cache = cache;
        this.listener = listener;
        this.compiled = compiled;
        this.setLimit = setLimit;
    }

    /**
     * The same admission, which keeps the figures of measured rules in a file: an unchanged rule is not measured again, not even
     * after a restart. The file is made if it is not there; its folder must be.
     */
    public Admission withFigures(Path file) {
        return new Admission(budget, patience, MeasurementCache.at(file), listener, compiled, setLimit);
    }

    /** The same admission, which tells how far it is. */
    public Admission withListener(AdmissionListener next) {
        return new Admission(budget, patience, cache, next, compiled, setLimit);
    }

    /**
     * Removes rules that may not go live from the sources.
     *
     * @throws IllegalArgumentException if two files share a namespace
     */
    public AdmissionReport reviewSources(List<RuleSource> sources) {
        try (AdmissionTool tool = new AdmissionTool(patience)) {
            Measuring measuring = new Measuring(tool, cache, listener, budget.rule());
            return new AdmissionReview(sources, tool, measuring, budget, compiled, setLimit).reviewSources();
        }
    }
}
