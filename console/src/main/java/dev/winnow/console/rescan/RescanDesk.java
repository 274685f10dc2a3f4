package dev.winnow.console.rescan;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.rescan.RescanProgress.State;
import dev.winnow.history.MessageHistory;
import dev.winnow.history.RescanStore;
import dev.winnow.history.StoredRescan;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.VerdictStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Starts, shows and steers rescans. They are kept in the store: a running rescan that no process holds, because its console was stopped or killed,
 * goes on here. A repeated part of a rescan changes no verdict twice. Calls block; any thread.
 */
public final class RescanDesk implements AutoCloseable {
    /** The time after which a rescan ends, finished or not, and is forgotten. */
    static final Duration EXPIRY = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(RescanDesk.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** The tries of a change when others change the rescan at the same time; more are not expected to be needed. */
    private static final int TRIES = 10;

    private final RescanStore rescans;
    private final RescanLane lane;
    private final AuditTrail trail;
    private final Clock clock;
    private final Map<String, RescanRun> runs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rescans").factory());

    private RescanDesk(RescanStore rescans, RescanLane lane, AuditTrail trail, Clock clock) {
        this.rescans = rescans;
        this.lane = lane;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens the desk, and goes on with rescans that no other process runs. */
    public static RescanDesk open(
            MessageHistory history,
            VerdictStore verdicts,
            EnvelopeQueue queue,
            RescanStore rescans,
            AuditTrail trail,
            Clock clock) {
        RescanLane lane = new RescanLane(
                history, verdicts, new RescanSender(queue), UUID.randomUUID().toString());
        RescanDesk desk = new RescanDesk(rescans, lane, trail, clock);
        var _ = desk.looks.scheduleWithFixedDelay(desk::takeOver, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return desk;
    }

    /**
     * Starts a rescan in the background.
     *
     * @throws OpsException 400 if the request cannot be granted, 409 while another rescan is not over
     */
    public synchronized RescanProgress start(Operator by, RescanRequest request) {
        by.require(Role.OPERATOR);
        StoredRescan rescan = RescanSelection.toRescan(request, clock.instant(), lane.runner());
        if (rescans.listRescans().stream().anyMatch(other -> !State.of(other).isOver())) {
            throw new OpsException(HttpStatus.CONFLICT, "A rescan is under way; wait for its end, or cancel it.");
        }
        trail.record(by, "start rescan", rescan.id(), describe(rescan));
        if (!rescans.saveRescan(rescan)) {
            throw new IllegalStateException("the store has a rescan " + rescan.id() + "; nothing was started");
        }
        run(rescan);
        return RescanProgress.of(rescan);
    }

    /** The rescans of the last day, newest first. */
    public List<RescanProgress> list() {
        return rescans.listRescans().reversed().stream().map(RescanProgress::of).toList();
    }

    /**
     * Finds a rescan.
     *
     * @throws OpsException 404 if there is none
     */
    public RescanProgress read(String id) {
        return RescanProgress.of(require(id));
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

    /** Stops working on rescans; another process, or the next start, goes on with them at once. */
    @Override
    public void close() {
        looks.shutdown();
        List<RescanRun> open = List.copyOf(runs.values());
        open.forEach(RescanRun::release);
        open.forEach(RescanRun::awaitEnd);
    }

    private RescanProgress steer(Operator by, String id, String action, State next) {
        by.require(Role.OPERATOR);
        StoredRescan found = require(id);
        trail.record(by, action, id, "");
        for (int i = 0; i < TRIES; i++) {
            if (State.of(found).isOver()) {
                throw new OpsException(HttpStatus.CONFLICT, "The rescan is over.");
            }
            if (State.of(found) == next && found.failure() == null) {
                return RescanProgress.of(found);
            }
            StoredRescan changed = found.with(
                    next.token(), null, found.progress(), lane.runner(), RescanRun.leaseFrom(clock.instant()));
            if (rescans.saveRescan(changed)) {
                if (next == State.RUNNING) {
                    run(changed);
                }
                return RescanProgress.of(changed);
            }
            found = require(id);
        }
        throw new OpsException(HttpStatus.CONFLICT, "Another request is changing the rescan; try again.");
    }

    private StoredRescan require(String id) {
        return rescans.listRescans().stream()
                .filter(rescan -> rescan.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        OpsException.notFound("There is no rescan of this id; a rescan is forgotten after a day."));
    }

    /** Goes on with running rescans whose process is gone. */
    private void takeOver() {
        try {
            for (StoredRescan rescan : rescans.listRescans()) {
                if (State.of(rescan) == State.RUNNING
                        && !runs.containsKey(rescan.id())
                        && !clock.instant().isBefore(rescan.leaseUntil())) {
                    StoredRescan mine = rescan.with(
                            rescan.state(),
                            null,
                            rescan.progress(),
                            lane.runner(),
                            RescanRun.leaseFrom(clock.instant()));
                    if (rescans.saveRescan(mine)) {
                        log.info("Rescan {} goes on here, as no other process runs it", rescan.id());
                        run(mine);
                    }
                }
            }
        } catch (StoreUnavailableException e) {
            log.debug("The rescans cannot be read now; the next try is in a moment: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.warn("The rescans could not be read; the next try is in {} s", LOOK_EVERY.toSeconds(), e);
        }
    }

    private void run(StoredRescan rescan) {
        RescanRun run = new RescanRun(rescan, rescans, lane, clock, ended -> runs.remove(rescan.id(), ended));
        RescanRun before = runs.put(rescan.id(), run);
        if (before != null) {
            before.release();
        }
        run.start();
    }

    private static String describe(StoredRescan rescan) {
        return rescan.from() + " to " + rescan.to()
                + (rescan.rule() == null ? "" : ", rule " + rescan.rule())
                + (rescan.verdict() == null ? "" : ", verdict " + rescan.verdict());
    }
}
