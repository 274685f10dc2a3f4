package dev.winnow.worker;

import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.VerdictStore;

/**
 * What a worker needs from outside.
 *
 * @param queue where envelopes come from
 * @param verdicts where verdicts go
 * @param tenants whose settings apply
 */
public record WorkerPorts(EnvelopeQueue queue, VerdictStore verdicts, TenantDirectory tenants) {}
