package dev.winnow.worker.history;

import dev.winnow.history.HistoryRecorder;
import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.worker.poll.VerdictListener;
import java.util.Map;

/** Hands judged envelopes to the history, after another listener has them. Any thread. */
public final class RecordedVerdicts implements VerdictListener {
    private final VerdictListener first;
    private final HistoryRecorder recorder;

    /** Tells the first listener, and records the messages that it did not refuse. */
    public RecordedVerdicts(VerdictListener first, HistoryRecorder recorder) {
        this.first = first;
        this.recorder = recorder;
    }

    @Override
    public void onSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        first.onSaved(envelope, verdicts);
        recorder.recordEnvelope(envelope);
    }

    /** The history has the messages since their first verdict. */
    @Override
    public void onChanged(Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts) {
        first.onChanged(messages, verdicts);
    }
}
