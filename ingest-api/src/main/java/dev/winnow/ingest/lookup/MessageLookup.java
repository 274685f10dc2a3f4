package dev.winnow.ingest.lookup;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.message.MessageId;
import dev.winnow.message.MessageIds;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.VerdictStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Finds verdicts by message id, at once or by waiting. Blocks; any thread, best a virtual one. */
public final class MessageLookup {
    /** How long a waiting thread sleeps before it looks whether its client is still there. */
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Duration FIRST_ANSWER_CHECK = Duration.ofMillis(20);

    private final MessageIds ids;
    private final VerdictStore store;
    private final VerdictWatcher watcher;
    private final Clock clock;

    public MessageLookup(MessageIds ids, VerdictStore store, VerdictWatcher watcher, Clock clock) {
        this.ids = ids;
        this.store = store;
        this.watcher = watcher;
        this.clock = clock;
    }

    /**
     * The genuine id that the text stands for.
     *
     * @throws ProblemException 404 if it is none of this tenant's, 410 if its verdict is past its retention
     */
    public MessageId idOf(String text, String tenant) {
        MessageId id = ids.verifyId(text, tenant)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no message with this id."));
        if (id.issuedAtMillis() < clock.millis() - Retention.VERDICTS.toMillis()) {
            throw new ProblemException(
                    ProblemType.GONE,
                    "Verdicts are kept for " + Retention.VERDICTS.toDays() + " days; this one is gone.");
        }
        return id;
    }

    /**
     * The verdict, or that it is queued.
     *
     * @throws StoreUnavailableException if the store does not answer
     */
    public VerdictDocument readVerdict(MessageId id) {
        return documentOf(
                id,
                Optional.ofNullable(store.findVerdicts(List.of(id.envelope())).get(id.envelope())));
    }

    /**
     * Reads many verdicts with one read of the store.
     *
     * @param messages at most {@link VerdictStore#MAX_FIND}
     */
    Map<MessageId, VerdictDocument> readAll(List<MessageId> messages) {
        Set<UUID> envelopes = messages.stream().map(MessageId::envelope).collect(Collectors.toSet());
        Map<UUID, EnvelopeVerdicts> items = envelopes.isEmpty() ? Map.of() : store.findVerdicts(envelopes);
        Map<MessageId, VerdictDocument> documents = new HashMap<>();
        for (MessageId id : messages) {
            documents.put(id, documentOf(id, Optional.ofNullable(items.get(id.envelope()))));
        }
        return documents;
    }

    /**
     * The verdict, or that it is queued when none came in time, all waiting places are taken, or the client is gone.
     *
     * @param tenant the tenant that asks: it waits in its share of the places
     * @param isAbandoned whether the client is gone; asked about once a second by this thread
     * @throws StoreUnavailableException if the store does not answer
     */
    public VerdictDocument awaitVerdict(MessageId id, String tenant, Duration time, BooleanSupplier isAbandoned)
            throws InterruptedException {
        Optional<Watch> place = watcher.watchEnvelope(id.envelope(), tenant);
        if (place.isEmpty()) {
            return readVerdict(id);
        }
        try (Watch watch = place.get()) {
            WaitOutcome outcome = awaitVerdict(watch, System.nanoTime() + time.toNanos(), isAbandoned);
            return switch (outcome) {
                case WaitOutcome.Found found -> documentOf(id, Optional.of(found.verdicts()));
                case WaitOutcome.NotYet _ -> VerdictDocument.ofQueued(id);
                case WaitOutcome.Unknown unknown -> throw unknown.cause();
            };
        }
    }

    /**
     * The verdict of a message that was just accepted, if it comes in time. A failure here does not undo the acceptance, so a store
     * that does not answer only means that the client asks later.
     */
    public Optional<VerdictDocument> tryAwait(String id, String tenant, Duration time, BooleanSupplier isAbandoned) {
        try {
            return Optional.of(awaitVerdict(idOf(id, tenant), tenant, time, isAbandoned))
                    .filter(document -> !document.isQueued());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static WaitOutcome awaitVerdict(Watch watch, long deadline, BooleanSupplier isAbandoned)
            throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (left > 0) {
            Optional<WaitOutcome> outcome = watch.awaitOutcome(Duration.ofNanos(Math.min(left, CHECK_NANOS)));
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (isAbandoned.getAsBoolean()) {
                return watch.soFar();
            }
            left = deadline - System.nanoTime();
        }
        return awaitFirstAnswer(watch);
    }

    /** Without any answer of the store a message is not known to be queued, so a wait that was too short for one is drawn out. */
    private static WaitOutcome awaitFirstAnswer(Watch watch) throws InterruptedException {
        long end = System.nanoTime() + AwaitedEnvelope.OVERDUE;
        while (!watch.isAnswered() && System.nanoTime() < end) {
            Optional<WaitOutcome> outcome = watch.awaitOutcome(FIRST_ANSWER_CHECK);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return watch.soFar();
    }

    static VerdictDocument documentOf(MessageId id, Optional<EnvelopeVerdicts> item) {
        return item.filter(found -> id.slot() < found.slots().size())
                .map(found -> VerdictDocument.ofVerdict(id, found))
                .orElseGet(() -> VerdictDocument.ofQueued(id));
    }
}
