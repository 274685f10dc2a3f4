package dev.winnow.ingest.lookup;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;

/** How waiting for the verdicts of an envelope ended. */
public sealed interface WaitOutcome {
    /** They are there. */
    record Found(EnvelopeVerdicts verdicts) implements WaitOutcome {}

    /** There are none yet. */
    record NotYet() implements WaitOutcome {}

    /** Nobody knows: the store did not answer the last time it was asked, or has not answered yet. */
    record Unknown(StoreUnavailableException cause) implements WaitOutcome {}
}
