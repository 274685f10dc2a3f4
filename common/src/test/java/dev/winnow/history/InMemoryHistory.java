package dev.winnow.history;

import dev.winnow.tenant.TenantDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A history in memory, for tests. Any thread. */
public final class InMemoryHistory implements MessageHistory {
    private final List<KeptMessage> messages = new ArrayList<>();

    @Override
    public synchronized void saveMessages(List<KeptMessage> saved) {
        messages.addAll(saved);
    }

    @Override
    public synchronized Page readPage(Instant from, Instant to, String cursor) {
        return new Page(
                messages.stream()
                        .filter(message -> !message.acceptedAt().isBefore(from)
                                && message.acceptedAt().isBefore(to))
                        .toList(),
                null);
    }

    @Override
    public synchronized void forgetMessages(TenantDirectory tenants, Instant now) {
        messages.removeIf(message -> MessageHistory.findConsent(tenants, message.tenant())
                .filter(consent -> !message.acceptedAt().isBefore(now.minus(consent.retention())))
                .isEmpty());
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
