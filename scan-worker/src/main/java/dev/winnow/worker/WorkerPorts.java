package dev.winnow.worker;

import dev.winnow.callback.CallbackPorts;
import dev.winnow.callback.CallbackQueue;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.VerdictStore;
import org.jspecify.annotations.Nullable;

/**
 * What a worker needs from outside.
 *
 * @param queue where envelopes come from
 * @param verdicts where verdicts go
 * @param marks where it is noted which text is about to be scanned
 * @param tenants whose settings apply
 * @param callbacks what it needs to call endpoints as well; null when it does not
 */
public record WorkerPorts(
        EnvelopeQueue queue,
        VerdictStore verdicts,
        SlotMarks marks,
        TenantDirectory tenants,
        @Nullable Callbacks callbacks) {
    /** A worker that scans and tells nobody. */
    public WorkerPorts(EnvelopeQueue queue, VerdictStore verdicts, SlotMarks marks, TenantDirectory tenants) {
        this(queue, verdicts, marks, tenants, null);
    }

    /**
     * What calling endpoints takes.
     *
     * @param stores who wants to be told, and what is owed
     * @param queue where notices go and come from
     * @param ids makes the ids that clients know their messages by
     */
    public record Callbacks(CallbackPorts stores, CallbackQueue queue, MessageIds ids) {}
}
