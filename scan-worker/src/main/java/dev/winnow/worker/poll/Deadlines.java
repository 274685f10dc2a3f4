package dev.winnow.worker.poll;

import dev.winnow.queue.Delivery;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.SlotScreen;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what nobody waits for any more without a scan: messages that were on the queue for longer than their tenant's deadline. Both
 * times are the queue's clock. Any thread.
 */
final class Deadlines {
    private final TenantDirectory tenants;

    Deadlines(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    /** How long it was on the queue before anybody took it. */
    static Duration ageOf(Delivery delivery) {
        return Duration.between(delivery.sentAt(), delivery.firstReceivedAt());
    }

    SlotScreen of(Delivery delivery) {
        Duration age = ageOf(delivery);
        return (_, slot) -> {
            @Nullable Duration deadline = tenants.findTenant(slot.tenant())
                    .map(Tenant::settings)
                    .map(TenantSettings::deadline)
                    .orElse(null);
            return deadline == null || age.compareTo(deadline) <= 0
                    ? Optional.empty()
                    : Optional.of(new Verdict.Expired(
                            "waited " + age.toMillis() + " ms, the limit is " + deadline.toMillis() + " ms"));
        };
    }
}
