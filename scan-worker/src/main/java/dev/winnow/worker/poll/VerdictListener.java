package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;

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
        public void onChanged(Envelope envelope, EnvelopeVerdicts verdicts) {
            // Intentionally empty.
        }
    };

    /** The envelope has verdicts; these are stored. */
    void onSaved(Envelope envelope, EnvelopeVerdicts verdicts);

    /** Verdicts of the envelope may have been replaced; these are stored. */
    void onChanged(Envelope envelope, EnvelopeVerdicts verdicts);
}
