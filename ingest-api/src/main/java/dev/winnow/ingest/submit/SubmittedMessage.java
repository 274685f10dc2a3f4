package dev.winnow.ingest.submit;

import dev.winnow.ingest.lookup.VerdictDocument;
import java.util.Optional;

/**
 * A message that the queue has.
 *
 * @param receipt its receipt
 * @param verdict its verdict, if it came within the wait
 */
public record SubmittedMessage(Receipt receipt, Optional<VerdictDocument> verdict) {}
