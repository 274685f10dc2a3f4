package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.queue.Delivery;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides before the scan which messages have expired: they were on the queue for longer than their tenant's deadline. Both times are
 * the queue's clock. Any thread.
 */
final class Deadlines {
    private final TenantDirectory tenants;

    Deadlines(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    /** The time that a delivery was on the queue before its first receive. */
    static Duration ageOf(Delivery delivery) {
        return Duration.between(delivery.sentAt(), delivery.firstReceivedAt());
    }

    /** The verdicts of the slots that are not to be scanned because they waited too long, by position. */
    Map<Integer, Verdict> findExpired(Delivery delivery, Envelope envelope) {
        Duration age = ageOf(delivery);
        Map<Integer, Verdict> expired = new HashMap<>();
        for (int slot = 0; slot < envelope.slots().size(); slot++) {
            @Nullable Duration deadline = tenants.findTenant(envelope.slots().get(slot).tenant())
                    .map(Tenant::settings)
                    .map(TenantSettings::deadline)
                    .orElse(null);
            if (deadline != null && age.compareTo(deadline) > 0) {
                String reason = "waited " + age.toMillis() + " ms, the limit is " + deadline.toMillis() + " ms";
                expired.put(slot, new Verdict.Expired(reason));
            }
        }
        return expired;
    }
}
