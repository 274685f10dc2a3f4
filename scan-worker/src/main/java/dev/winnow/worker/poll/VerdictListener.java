package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gets the verdicts of an envelope, after its verdicts are stored and before it is acknowledged: more than once after a crash, and at
 * least once. An exception keeps the envelope on the queue. Any thread; may block.
 */
public interface VerdictListener {
    /** Does nothing. */
    VerdictListener NONE = new VerdictListener() {
        @Override
        public void onSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
            // Intentionally empty.
        }

        @Override
        public void onChanged(Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts) {
            // Intentionally empty.
        }
    };

    /** The envelope has just got its first verdicts; called before {@link #onSaved}, at most once. Must be quick. */
    default void onFirstSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
        // Intentionally empty.
    }

    /** The envelope has verdicts; these are stored. */
    void onSaved(Envelope envelope, EnvelopeVerdicts verdicts);

    /**
     * Verdicts of messages may have been replaced.
     *
     * @param messages the messages by their place in the envelope of the verdicts
     * @param verdicts the stored verdicts of the whole envelope
     */
    void onChanged(Map<Integer, Envelope.Slot> messages, EnvelopeVerdicts verdicts);

    /** The messages of an envelope by their place. */
    static Map<Integer, Envelope.Slot> messagesOf(Envelope envelope) {
        Map<Integer, Envelope.Slot> messages = new TreeMap<>();
        for (int slot = 0; slot < envelope.slots().size(); slot++) {
            messages.put(slot, envelope.slots().get(slot));
        }
        return messages;
    }
}
