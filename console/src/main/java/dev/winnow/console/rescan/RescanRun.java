package dev.winnow.console.rescan;

import dev.winnow.console.rescan.RescanProgress.State;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rescan, in the background: reads the history page by page and sends the chosen messages to the bulk lane at a rate. Pausing takes effect
 * within a second. Any thread may steer it.
 */
final class RescanRun {
    private static final Logger log = LoggerFactory.getLogger(RescanRun.class);

    private final String id = UUID.randomUUID().toString();
    private final RescanSelection selection;
    private final MessageHistory history;
    private final VerdictStore verdicts;
    private final RescanSender sender;
    private final Clock clock;
    private final Instant startedAt;
    private final Instant expiresAt;

    // Of the thread that sends.
    private @Nullable String cursor = MessageHistory.START;
    private MessageHistory.@Nullable Page page;
    private int begin;

    // Guarded by this.
    private State state = State.RUNNING;
    private long read;
    private long sent;
    private @Nullable Instant upTo;
    private @Nullable String failure;

    RescanRun(
            RescanSelection selection,
            MessageHistory history,
            VerdictStore verdicts,
            RescanSender sender,
            Clock clock) {
        this.selection = selection;
        this.history = history;
        this.verdicts = verdicts;
        this.sender = sender;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.expiresAt = startedAt.plus(RescanDesk.EXPIRY);
    }

    String id() {
        return id;
    }

    void start() {
        Thread.ofVirtual().name("rescan").start(this::sendAll);
    }

    synchronized RescanProgress progress() {
        return new RescanProgress(
                id,
                selection.from(),
                selection.to(),
                selection.rule(),
                selection.verdict(),
                state.token(),
                read,
                sent,
                upTo,
                startedAt,
                expiresAt,
                failure);
    }

    /** Changes the state of a rescan that is not over; false if it is. */
    synchronized boolean steer(State next) {
        if (state.isOver()) {
            return false;
        }
        state = next;
        failure = null;
        notifyAll();
        return true;
    }

    synchronized boolean isOver() {
        return state.isOver();
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** A step that may find the store or the queue away. */
    @FunctionalInterface
    private interface Step {
        void take() throws InterruptedException;
    }

    private void sendAll() {
        try {
            boolean isGoingOn = true;
            while (isGoingOn && cursor != null) {
                isGoingOn = takeWhenUp(this::sendNext);
            }
            if (isGoingOn && mayGoOn()) {
                end(State.DONE, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(State.FAILED, "The rescan was interrupted.");
        } catch (RuntimeException e) {
            log.warn("Rescan {} stopped; start it again, which changes no verdict twice", id, e);
            end(State.FAILED, "The rescan stopped; start it again, which changes no verdict twice.");
        }
    }

    /** Takes a step, and pauses before it is taken again if the store or the queue does not answer; false if the rescan is over. */
    private boolean takeWhenUp(Step step) throws InterruptedException {
        while (mayGoOn()) {
            try {
                step.take();
                return true;
            } catch (StoreUnavailableException | QueueUnavailableException e) {
                log.warn("Rescan {} is paused; resume it when the store and the queue answer: {}", id, e.getMessage());
                pauseBecause("The store or the queue did not answer; resume the rescan when they do.");
            }
        }
        return false;
    }

    /** Reads a page, or sends a part of the page that is read. */
    private void sendNext() throws InterruptedException {
        MessageHistory.Page open = page;
        if (open == null) {
            page = history.readPage(selection.from(), selection.to(), Objects.requireNonNull(cursor));
            begin = 0;
            return;
        }
        int end = Math.min(begin + selection.batch(), open.messages().size());
        if (begin < end) {
            sendChosen(open.messages().subList(begin, end));
        }
        begin = end;
        if (end == open.messages().size()) {
            cursor = open.next();
            page = null;
        }
    }

    private void sendChosen(List<KeptMessage> messages) throws InterruptedException {
        Map<UUID, EnvelopeVerdicts> stored = findVerdicts(messages);
        List<KeptMessage> chosen = messages.stream()
                .filter(message -> selection.includes(message, stored.get(message.envelope())))
                .toList();
        sender.send(chosen);
        synchronized (this) {
            read += messages.size();
            sent += chosen.size();
            upTo = messages.getLast().acceptedAt();
        }
        Thread.sleep(1_000L * chosen.size() / selection.perSecond());
    }

    private Map<UUID, EnvelopeVerdicts> findVerdicts(List<KeptMessage> messages) {
        Set<UUID> envelopes = new LinkedHashSet<>();
        messages.forEach(message -> envelopes.add(message.envelope()));
        Map<UUID, EnvelopeVerdicts> found = new HashMap<>();
        List<UUID> all = new ArrayList<>(envelopes);
        for (int begin = 0; begin < all.size(); begin += VerdictStore.MAX_FIND) {
            found.putAll(
                    verdicts.findVerdicts(all.subList(begin, Math.min(begin + VerdictStore.MAX_FIND, all.size()))));
        }
        return found;
    }

    /** Waits while it is paused; false if it is to end. */
    private synchronized boolean mayGoOn() throws InterruptedException {
        while (state == State.PAUSED && !isExpired(clock.instant())) {
            wait(1_000);
        }
        if (!state.isOver() && isExpired(clock.instant())) {
            end(State.CANCELLED, "The rescan expired.");
        }
        return !state.isOver();
    }

    private synchronized void pauseBecause(String why) {
        if (!state.isOver()) {
            state = State.PAUSED;
            failure = why;
        }
    }

    private synchronized void end(State last, @Nullable String why) {
        if (!state.isOver()) {
            state = last;
            failure = why;
        }
    }
}
