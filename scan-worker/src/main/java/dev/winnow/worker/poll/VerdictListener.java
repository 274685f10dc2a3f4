package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;

/**
 * Is told what became of an envelope, after its verdicts are stored and before it is acknowledged: more than once after a crash, and at
 * least once. What it throws keeps the envelope on the queue. Any thread; may block.
 */
public interface VerdictListener {
    /** Tells nobody. */
    VerdictListener NONE = new VerdictListener() {
        @Override
        public void onSaved(Envelope envelope, EnvelopeVerdicts verdicts) {
            // Nobody wants to know.
        }

        @Override
        public void onChanged(Envelope envelope, EnvelopeVerdicts verdicts) {
            // Nobody wants to know.
        }
    };

    /** The envelope has verdicts; these are stored. */
    void onSaved(Envelope envelope, EnvelopeVerdicts verdicts);

    /** Verdicts of the envelope may have been replaced; these are stored. */
    void onChanged(Envelope envelope, EnvelopeVerdicts verdicts);
}
