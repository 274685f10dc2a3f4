package dev.winnow.worker.usage;

import dev.winnow.message.Envelope;
import dev.winnow.statistics.UsageCounters;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.worker.poll.VerdictListener;
import java.util.Map;

/** Counts messages at their first verdicts, and tells another listener. A repeated delivery and a rescan are not counted. Any thread. */
public final class CountedVerdicts implements VerdictListener {
    private final VerdictListener next;
    private final UsageCounters usage;

    public CountedVerdicts(VerdictListener next, UsageCounters usage) {
        this.next = next;
        this.usage = usage;
    }

    @Override
    public void onFirstSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        usage.countMessages(envelope, verdicts);
        next.onFirstSaved(envelope, verdicts);
    }

    @Override
    public void onSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        next.onSaved(envelope, verdicts);
    }

    @Override
    public void onChanged(Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts) {
        next.onChanged(messages, verdicts);
    }
}
