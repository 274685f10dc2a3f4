package dev.winnow.worker;

import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.VerdictStore;

/**
 * What a worker needs from outside.
 *
 * @param queue where envelopes come from
 * @param verdicts where verdicts go
 * @param marks where it is noted which text is about to be scanned
 * @param tenants whose settings apply
 */
public record WorkerPorts(EnvelopeQueue queue, VerdictStore verdicts, SlotMarks marks, TenantDirectory tenants) {}
