package dev.winnow.console.rescan;

import dev.winnow.console.rescan.RescanProgress.State;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.history.RescanStore;
import dev.winnow.history.StoredRescan;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on one rescan, in the background: reads the history page by page and sends the chosen messages to the bulk lane at a rate. It saves its
 * progress twice a second, and ends when somebody else has changed the rescan, to pause it, to cancel it or to run it. Any thread may release it.
 */
final class RescanRun {
    private static final Logger log = LoggerFactory.getLogger(RescanRun.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration SAVE_EVERY = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 500;
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final RescanStore rescans;
    private final RescanLane lane;
    private final RescanSelection selection;
    private final Clock clock;
    private final Consumer<RescanRun> onEnd;

    // Used only by the thread that works.
    private StoredRescan saved;
    private StoredRescan.Progress progress;
    private MessageHistory.@Nullable Page page;
    private long savedAt = System.nanoTime();

    private volatile boolean isReleased;
    private final Thread thread = Thread.ofVirtual().name("rescan").unstarted(this::work);

    /** Works on a rescan that was saved for this process. */
    RescanRun(StoredRescan saved, RescanStore rescans, RescanLane lane, Clock clock, Consumer<RescanRun> onEnd) {
        this.saved = saved;
        this.progress = saved.progress();
        this.selection = RescanSelection.of(saved);
        this.rescans = rescans;
        this.lane = lane;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    /** The time until which a process that saves now holds a rescan. */
    static Instant leaseFrom(Instant now) {
        return now.plus(LEASE);
    }

    void start() {
        thread.start();
    }

    /** Ends the work and leaves the rescan to others. */
    void release() {
        isReleased = true;
    }

    /** Waits until the work has ended, for some seconds at most. */
    void awaitEnd() {
        try {
            boolean _ = thread.join(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            sendAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
        }
    }

    private void sendAll() throws InterruptedException {
        boolean isOurs = true;
        while (isOurs && !isReleased) {
            try {
                isOurs = sendNext() && saveWhenDue();
            } catch (StoreUnavailableException | QueueUnavailableException e) {
                log.warn(
                        "Rescan {} is paused; resume it when the store and the queue answer: {}",
                        saved.id(),
                        e.getMessage());
                end(State.PAUSED, "The store or the queue did not answer; resume the rescan when they do.");
                return;
            } catch (RuntimeException e) {
                log.warn("Rescan {} stopped; start it again, which changes no verdict twice", saved.id(), e);
                end(State.FAILED, "The rescan stopped; start it again, which changes no verdict twice.");
                return;
            }
        }
        if (isOurs) {
            giveUpLease();
        }
    }

    private void giveUpLease() {
        try {
            boolean _ = saveOnce(State.RUNNING, null, clock.instant());
        } catch (StoreUnavailableException e) {
            log.debug("Rescan {} goes on elsewhere when its lease ends: {}", saved.id(), e.getMessage());
        }
    }

    /** Reads a page, or sends a part of the page that is read; false at the end. */
    private boolean sendNext() throws InterruptedException {
        if (!clock.instant().isBefore(saved.expiresAt())) {
            end(State.CANCELLED, "The rescan expired.");
            return false;
        }
        MessageHistory.Page open = page;
        if (open == null) {
            page = lane.history().readPage(selection.from(), selection.to(), progress.cursor());
            moveTo(page, beginOf(page));
            return true;
        }
        int end = Math.min(progress.begin() + selection.batch(), open.messages().size());
        if (progress.begin() < end) {
            sendPart(open, end);
        }
        if (end < open.messages().size()) {
            return true;
        }
        String next = open.next();
        if (next == null) {
            end(State.DONE, null);
            return false;
        }
        progress = new StoredRescan.Progress(progress.read(), progress.sent(), progress.upTo(), next, 0);
        page = null;
        return true;
    }

    private void sendPart(MessageHistory.Page open, int end) throws InterruptedException {
        List<KeptMessage> messages = open.messages().subList(progress.begin(), end);
        int sent = lane.sendChosen(selection, messages);
        progress = new StoredRescan.Progress(
                progress.read() + messages.size(),
                progress.sent() + sent,
                messages.getLast().acceptedAt(),
                progress.cursor(),
                end);
        Thread.sleep(1_000L * sent / selection.perSecond());
    }

    /** The first message of a page that was not looked at. If the page is not the one of before a restart, all of it is looked at again. */
    private int beginOf(MessageHistory.Page open) {
        int begin = progress.begin();
        boolean isSamePage = begin > 0
                && begin <= open.messages().size()
                && open.messages().get(begin - 1).acceptedAt().equals(progress.upTo());
        return isSamePage ? begin : 0;
    }

    private void moveTo(MessageHistory.Page open, int begin) {
        page = open;
        progress =
                new StoredRescan.Progress(progress.read(), progress.sent(), progress.upTo(), progress.cursor(), begin);
    }

    /** Saves the progress when it is due; false if the rescan is no longer ours. */
    private boolean saveWhenDue() {
        if (System.nanoTime() - savedAt < SAVE_EVERY.toNanos()) {
            return true;
        }
        savedAt = System.nanoTime();
        return saveOnce(State.RUNNING, null, leaseFrom(clock.instant()));
    }

    /** Saves the last state, again and again while the store is away. */
    private void end(State state, @Nullable String why) throws InterruptedException {
        while (!isReleased) {
            try {
                boolean _ = saveOnce(state, why, clock.instant());
                return;
            } catch (StoreUnavailableException e) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private boolean saveOnce(State state, @Nullable String why, Instant leaseUntil) {
        StoredRescan next = saved.with(state.token(), why, progress, lane.runner(), leaseUntil);
        if (!rescans.saveRescan(next)) {
            return false;
        }
        saved = next;
        return true;
    }
}
