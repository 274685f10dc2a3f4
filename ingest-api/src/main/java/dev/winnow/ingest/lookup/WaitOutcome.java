package dev.winnow.ingest.lookup;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;

/** How waiting for the verdicts of an envelope ended. */
public sealed interface WaitOutcome {
    /** The verdicts are there. */
    record Found(EnvelopeVerdicts verdicts) implements WaitOutcome {}

    /** The store has no verdicts yet. */
    record NotYet() implements WaitOutcome {}

    /** The state is unknown: the store failed at the last read, or has not answered yet. */
    record Unknown(StoreUnavailableException cause) implements WaitOutcome {}
}
