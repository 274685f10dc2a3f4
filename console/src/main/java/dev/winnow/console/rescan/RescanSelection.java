package dev.winnow.console.rescan;

import dev.winnow.console.access.OpsException;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.StoredRescan;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of a rescan. Immutable; any thread. */
record RescanSelection(
        Instant from,
        Instant to,
        @Nullable String rule,
        @Nullable String verdict,
        int perSecond) {
    private static final String FAILED = "failed";
    private static final int DEFAULT_RATE = 200;
    private static final int MAX_RATE = 10_000;
    private static final int MAX_BATCH = 100;

    static RescanSelection of(StoredRescan rescan) {
        return new RescanSelection(rescan.from(), rescan.to(), rescan.rule(), rescan.verdict(), rescan.perSecond());
    }

    /**
     * Makes a rescan of a request.
     *
     * @param runner the process that will run it
     * @throws OpsException 400 if it cannot be granted
     */
    static StoredRescan toRescan(RescanRequest request, Instant now, String runner) {
        RescanSelection selection = of(request, now);
        return new StoredRescan(
                UUID.randomUUID().toString(),
                1,
                selection.from(),
                selection.to(),
                selection.rule(),
                selection.verdict(),
                selection.perSecond(),
                RescanProgress.State.RUNNING.token(),
                now,
                now.plus(RescanDesk.EXPIRY),
                null,
                StoredRescan.Progress.NONE,
                runner,
                RescanRun.leaseFrom(now));
    }

    private static RescanSelection of(RescanRequest request, Instant now) {
        int rate = request.perSecond() == null ? DEFAULT_RATE : request.perSecond();
        if (rate < 1 || rate > MAX_RATE) {
            throw OpsException.badRequest("The rate is 1 to 10000 messages a second.");
        }
        Instant to = request.to() == null ? now : request.to();
        if (request.from() == null || !request.from().isBefore(to)) {
            throw OpsException.badRequest("'from' must be a time before 'to', which is now if left out.");
        }
        String verdict = request.verdict();
        if (verdict != null
                && !verdict.equals(FAILED)
                && Arrays.stream(Category.values())
                        .noneMatch(category -> category.token().equals(verdict))) {
            throw OpsException.badRequest("The verdict is junk, promotion, transaction, clean or failed.");
        }
        return new RescanSelection(request.from(), to, request.rule(), verdict, rate);
    }

    /** The messages that are sent together: a tenth of a second's, so that live mail finds gaps, and a rescan stops soon. */
    int batch() {
        return Math.clamp(perSecond / 10, 1, MAX_BATCH);
    }

    /** Whether a message is to be judged again. One without a stored verdict is not: there is nothing to replace. */
    boolean includes(KeptMessage message, @Nullable EnvelopeVerdicts stored) {
        if (stored == null || message.slot() >= stored.slots().size()) {
            return false;
        }
        return switch (stored.slots().get(message.slot()).verdict()) {
            case Verdict.Judged judged ->
                (verdict == null || verdict.equals(judged.category().token()))
                        && (rule == null
                                || judged.matches().stream()
                                        .anyMatch(match -> match.rule().equals(rule)));
            case Verdict.Failed _ -> isAboutUnjudged();
            case Verdict.Expired _ -> isAboutUnjudged();
        };
    }

    private boolean isAboutUnjudged() {
        return rule == null && (verdict == null || verdict.equals(FAILED));
    }
}
