package dev.winnow.ingest.submit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.message.EncodedSlot;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The envelopes that wait to be sent: full ones, and at most one open envelope for each sharing group and lane. One thread at a time. */
final class WaitingEnvelopes {
    /** So many full envelopes leave without waiting for more. */
    private static final int ENOUGH = 4;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final FairnessGroups groups;
    private final Duration timeout;
    private final Timers timers;
    private final ArrayDeque<OpenEnvelope> full = new ArrayDeque<>();
    private final Map<Lane, OpenEnvelope> open = new LinkedHashMap<>();

    WaitingEnvelopes(FairnessGroups groups, Duration timeout, Timers timers) {
        this.groups = groups;
        this.timeout = timeout;
        this.timers = timers;
    }

    /** The envelope that takes this slot of the tenant's. */
    OpenEnvelope roomFor(EncodedSlot slot, String tenant, Priority priority, long nanoTime) {
        Lane lane = new Lane(groups.sharingGroup(tenant, nanoTime), priority);
        OpenEnvelope current = open.get(lane);
        if (current != null && current.draft().hasRoomFor(slot)) {
            return current;
        }
        if (current != null) {
            open.remove(lane);
            full.add(current);
        }
        EnvelopeDraft draft = new EnvelopeDraft(ids.generate(), groups.groupOf(lane.sharingGroup()), priority);
        OpenEnvelope fresh = new OpenEnvelope(draft, timeout, timers);
        open.put(lane, fresh);
        return fresh;
    }

    boolean isEmpty() {
        return full.isEmpty() && open.isEmpty();
    }

    /** Whether waiting longer would not make the next batch much better. */
    boolean holdsGoodBatch() {
        return full.size() >= ENOUGH || open.size() >= EnvelopeQueue.MAX_BATCH;
    }

    /** Takes out up to a batch, full ones first, then the oldest. */
    List<OpenEnvelope> takeBatch() {
        List<OpenEnvelope> batch = new ArrayList<>(Math.min(EnvelopeQueue.MAX_BATCH, full.size() + open.size()));
        while (!full.isEmpty() && batch.size() < EnvelopeQueue.MAX_BATCH) {
            batch.add(full.remove());
        }
        Iterator<OpenEnvelope> oldest = open.values().iterator();
        while (oldest.hasNext() && batch.size() < EnvelopeQueue.MAX_BATCH) {
            batch.add(oldest.next());
            oldest.remove();
        }
        return batch;
    }

    private record Lane(String sharingGroup, Priority priority) {}
}
