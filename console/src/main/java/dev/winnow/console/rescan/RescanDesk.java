package dev.winnow.console.rescan;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.rescan.RescanProgress.State;
import dev.winnow.history.MessageHistory;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.verdict.VerdictStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Starts, shows and steers rescans. They live in this process: a restart ends them, and a repetition changes no verdict twice. Calls block;
 * any thread.
 */
public final class RescanDesk {
    /** The time after which a rescan ends, finished or not, and is forgotten. */
    static final Duration EXPIRY = Duration.ofDays(1);

    private final MessageHistory history;
    private final VerdictStore verdicts;
    private final RescanSender sender;
    private final AuditTrail trail;
    private final Clock clock;
    private final Map<String, RescanRun> runs = new LinkedHashMap<>();

    public RescanDesk(
            MessageHistory history, VerdictStore verdicts, EnvelopeQueue queue, AuditTrail trail, Clock clock) {
        this.history = history;
        this.verdicts = verdicts;
        this.sender = new RescanSender(queue);
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Starts a rescan in the background.
     *
     * @throws OpsException 400 if the request cannot be granted, 409 while another rescan is not over
     */
    public synchronized RescanProgress start(Operator by, RescanRequest request) {
        by.require(Role.OPERATOR);
        RescanSelection selection = RescanSelection.of(request, clock.instant());
        forgetExpired();
        if (runs.values().stream().anyMatch(run -> !run.isOver())) {
            throw new OpsException(HttpStatus.CONFLICT, "A rescan is under way; wait for its end, or cancel it.");
        }
        RescanRun run = new RescanRun(selection, history, verdicts, sender, clock);
        trail.record(by, "start rescan", run.id(), describe(selection));
        runs.put(run.id(), run);
        run.start();
        return run.progress();
    }

    /** The rescans of the last day, newest first. */
    public synchronized List<RescanProgress> list() {
        forgetExpired();
        List<RescanProgress> all =
                new ArrayList<>(runs.values().stream().map(RescanRun::progress).toList());
        return all.reversed();
    }

    /**
     * Finds a rescan.
     *
     * @throws OpsException 404 if there is none
     */
    public RescanProgress read(String id) {
        return require(id).progress();
    }

    public RescanProgress pause(Operator by, String id) {
        return steer(by, id, "pause rescan", State.PAUSED);
    }

    public RescanProgress resume(Operator by, String id) {
        return steer(by, id, "resume rescan", State.RUNNING);
    }

    public RescanProgress cancel(Operator by, String id) {
        return steer(by, id, "cancel rescan", State.CANCELLED);
    }

    private RescanProgress steer(Operator by, String id, String action, State next) {
        by.require(Role.OPERATOR);
        RescanRun run = require(id);
        trail.record(by, action, id, "");
        if (!run.steer(next)) {
            throw new OpsException(HttpStatus.CONFLICT, "The rescan is over.");
        }
        return run.progress();
    }

    private synchronized RescanRun require(String id) {
        RescanRun run = runs.get(id);
        if (run == null) {
            throw OpsException.notFound(
                    "There is no rescan of this id; a rescan is forgotten after a day, and when the console"
                            + " starts again.");
        }
        return run;
    }

    private void forgetExpired() {
        runs.values().removeIf(run -> run.isOver() && run.isExpired(clock.instant()));
    }

    private static String describe(RescanSelection selection) {
        return selection.from() + " to " + selection.to()
                + (selection.rule() == null ? "" : ", rule " + selection.rule())
                + (selection.verdict() == null ? "" : ", verdict " + selection.verdict());
    }
}
