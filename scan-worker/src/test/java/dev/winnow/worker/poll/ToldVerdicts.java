package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link VerdictListener} that remembers the announced verdicts, and can refuse to listen. */
final class ToldVerdicts implements VerdictListener {
    private final List<EnvelopeVerdicts> first = new CopyOnWriteArrayList<>();
    private final List<EnvelopeVerdicts> saved = new CopyOnWriteArrayList<>();
    private final List<EnvelopeVerdicts> changed = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    @Override
    public void onFirstSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        first.add(verdicts);
    }

    @Override
    public void onSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        requireListening();
        saved.add(verdicts);
    }

    @Override
    public void onChanged(Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts) {
        requireListening();
        if (!messages.isEmpty()) {
            changed.add(verdicts);
        }
    }

    List<EnvelopeVerdicts> first() {
        return first;
    }

    List<EnvelopeVerdicts> saved() {
        return saved;
    }

    List<EnvelopeVerdicts> changed() {
        return changed;
    }

    void refuse() {
        refusing = true;
    }

    void listen() {
        refusing = false;
    }

    private void requireListening() {
        if (refusing) {
            throw new IllegalStateException("refused to listen");
        }
    }
}
