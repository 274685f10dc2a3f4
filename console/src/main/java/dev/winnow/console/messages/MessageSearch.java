package dev.winnow.console.messages;

import dev.winnow.console.access.OpsException;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.message.MessageIds;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Finds messages by the name that their client gave them, in the history of a tenant that keeps one: back from a time, hour by hour, until
 * one is found or enough is read. No text leaves it. Calls block; any thread.
 */
public final class MessageSearch {
    /** The most messages that one search reads, give or take a page. */
    static final int MAX_READ = 100_000;

    private static final int MAX_FOUND = 20;
    private static final Duration MAX_TIME = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofHours(1);

    private final MessageHistory history;
    private final TenantBook tenants;
    private final MessageIds ids;
    private final Clock clock;

    public MessageSearch(MessageHistory history, TenantBook tenants, MessageIds ids, Clock clock) {
        this.history = history;
        this.tenants = tenants;
        this.ids = ids;
        this.clock = clock;
    }

    /** A message that has the name. */
    public record FoundMessage(String id, Instant acceptedAt) {}

    /**
     * The result of a search.
     *
     * @param messages the newest first, at most {@value #MAX_FOUND}
     * @param read how many messages of all tenants it read
     * @param backTo the time back to which it looked; a search with this time as {@code before} goes on
     * @param isEnd whether the tenant's history has nothing older
     */
    public record FoundMessages(List<FoundMessage> messages, int read, Instant backTo, boolean isEnd) {}

    /**
     * Looks for messages of a tenant.
     *
     * @param clientRef the client's name for the message
     * @param before the time before which they were accepted; null for now
     * @throws OpsException 400 without a name, 404 if there is no such tenant, 409 if it keeps no history
     */
    public FoundMessages findByRef(String tenant, String clientRef, @Nullable Instant before) {
        if (clientRef.isBlank()) {
            throw OpsException.badRequest("Give the client's name for the message.");
        }
        Instant now = clock.instant();
        Instant oldest = now.minus(requireConsent(tenant).retention());
        Instant end = before == null || before.isAfter(now) ? now.plus(STEP) : before;
        long deadline = System.nanoTime() + MAX_TIME.toNanos();
        List<FoundMessage> found = new ArrayList<>();
        int read = 0;
        while (found.isEmpty() && end.isAfter(oldest) && read < MAX_READ && System.nanoTime() - deadline < 0) {
            // Whole hours, as the history of a fleet keeps them.
            Instant hour = end.minusMillis(1).truncatedTo(ChronoUnit.HOURS);
            Instant start = hour.isBefore(oldest) ? oldest : hour;
            @Nullable String cursor = MessageHistory.START;
            while (cursor != null) {
                MessageHistory.Page page = history.readPage(start, end, cursor);
                read += page.messages().size();
                page.messages().stream()
                        .filter(kept -> kept.tenant().equals(tenant)
                                && clientRef.equals(kept.message().message().clientRef()))
                        .forEach(kept -> found.add(toLine(kept)));
                cursor = page.next();
            }
            end = start;
        }
        found.sort(Comparator.comparing(FoundMessage::acceptedAt).reversed());
        return new FoundMessages(found.stream().limit(MAX_FOUND).toList(), read, end, !end.isAfter(oldest));
    }

    private FoundMessage toLine(KeptMessage kept) {
        return new FoundMessage(
                ids.issueId(kept.envelope(), kept.slot(), kept.tenant()).toString(), kept.acceptedAt());
    }

    private HistoryConsent requireConsent(String id) {
        Tenant tenant = tenants.listTenants().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OpsException.notFound("There is no tenant of this name."));
        HistoryConsent consent = tenant.settings().history();
        if (consent == null) {
            throw new OpsException(
                    HttpStatus.CONFLICT,
                    "The tenant keeps no history, so its messages are found by their ids only; 'winnow tenant set " + id
                            + " --history DAYS' begins one.");
        }
        return consent;
    }
}
