package dev.winnow.console.messages;

import dev.winnow.console.access.OpsException;
import dev.winnow.console.messages.MessageWay.Addend;
import dev.winnow.console.messages.MessageWay.Step;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.message.MessageId;
import dev.winnow.message.MessageIds;
import dev.winnow.service.Stores;
import dev.winnow.tenant.Tenant;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.Scan;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.WebhookIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a message by its id and tells its way. Calls block; any thread. */
public final class MessageFinder {
    private final MessageIds ids;
    private final TenantBook tenants;
    private final Stores stores;
    private final Clock clock;

    public MessageFinder(MessageIds ids, TenantBook tenants, Stores stores, Clock clock) {
        this.ids = ids;
        this.tenants = tenants;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Finds a message.
     *
     * @throws OpsException 404 if no tenant of this installation has a message of this id
     */
    public MessageWay find(String id) {
        for (Tenant tenant : tenants.listTenants()) {
            Optional<MessageId> genuine = ids.verifyId(id.strip(), tenant.id());
            if (genuine.isPresent()) {
                return tellWay(genuine.get(), tenant);
            }
        }
        throw OpsException.notFound("No message has this id: it is mistyped, forged, or of another installation.");
    }

    private MessageWay tellWay(MessageId id, Tenant owner) {
        String tenant = owner.id();
        EnvelopeVerdicts stored =
                stores.verdicts().findVerdicts(Set.of(id.envelope())).get(id.envelope());
        if (stored == null || id.slot() >= stored.slots().size()) {
            return tellWaiting(id, tenant);
        }
        SlotVerdict slot = stored.slots().get(id.slot());
        Scan scan = stored.scanOf(id.slot());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "good", "Accepted", slot.acceptedAt(), "by the ingest API, in slot " + id.slot() + " of its envelope"));
        if (slot.rescan() != null) {
            steps.add(new Step("bad", "Failed at first", stored.scannedAt(), "with rule set " + stored.ruleset()));
        }
        steps.add(describeVerdict(slot, scan));
        steps.addAll(describeCalls(id, tenant, stored.revision()));
        steps.addAll(describeFeedback(id, tenant));
        steps.sort(Comparator.comparing(step -> step.at() == null ? Instant.MAX : step.at()));
        Verdict.@Nullable Judged judged = slot.verdict() instanceof Verdict.Judged j ? j : null;
        return new MessageWay(
                id.toString(),
                tenant,
                statusOf(slot.verdict()),
                slot.clientRef(),
                id.envelope().toString(),
                id.slot(),
                judged == null ? null : judged.category().token(),
                judged == null ? null : judged.score(),
                judged == null ? null : owner.settings().junkThreshold(),
                judged == null ? null : judged.decidedBy().token(),
                reasonOf(slot.verdict()),
                scan.ruleset(),
                stored.revision(),
                judged == null
                        ? List.of()
                        : judged.matches().stream()
                                .map(m -> new Addend(
                                        m.rule(),
                                        m.title(),
                                        m.weight(),
                                        m.view().token()))
                                .toList(),
                steps);
    }

    private MessageWay tellWaiting(MessageId id, String tenant) {
        Instant issued = Instant.ofEpochMilli(id.issuedAtMillis());
        boolean isGone = issued.plus(Retention.VERDICTS).isBefore(clock.instant());
        List<Step> steps = List.of(
                new Step("good", "Accepted", issued, "by the ingest API"),
                isGone
                        ? new Step(
                                "plain", "Forgotten", issued.plus(Retention.VERDICTS), "verdicts are kept for 14 days")
                        : new Step("waiting", "Waits for its scan", null, "it is on the queue, or a worker has it"));
        return new MessageWay(
                id.toString(),
                tenant,
                isGone ? "gone" : "queued",
                null,
                id.envelope().toString(),
                id.slot(),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                steps);
    }

    private static Step describeVerdict(SlotVerdict slot, Scan scan) {
        long millis = Duration.between(slot.acceptedAt(), scan.at()).toMillis();
        String detail = "%,d ms after it was accepted, with rule set %s".formatted(Math.max(0, millis), scan.ruleset());
        return switch (slot.verdict()) {
            case Verdict.Judged judged ->
                new Step("good", "Judged " + judged.category().token(), scan.at(), detail);
            case Verdict.Failed(String reason) -> new Step("bad", "Could not be scanned", scan.at(), reason);
            case Verdict.Expired(String reason) -> new Step("bad", "Expired", scan.at(), reason);
        };
    }

    private List<Step> describeCalls(MessageId id, String tenant, int revision) {
        List<Step> steps = new ArrayList<>();
        for (Endpoint endpoint : stores.endpoints().listEndpoints(tenant)) {
            Set<String> events = Set.of(
                    eventId(id, tenant, endpoint, EventType.MESSAGE_VERDICT, 1),
                    eventId(id, tenant, endpoint, EventType.VERDICT_CHANGED, revision));
            for (Attempt attempt : stores.attempts().listAttempts(endpoint.id())) {
                if (events.contains(attempt.id())) {
                    steps.add(new Step(
                            attempt.outcome().equals("delivered") ? "good" : "bad",
                            "Webhook call " + attempt.number(),
                            attempt.at(),
                            "%s: %s%s, %,d ms"
                                    .formatted(
                                            endpoint.url().getHost(),
                                            attempt.outcome(),
                                            attempt.status() == 0 ? "" : " (" + attempt.status() + ")",
                                            attempt.millis())));
                }
            }
        }
        return steps;
    }

    private static String eventId(MessageId id, String tenant, Endpoint endpoint, EventType event, int revision) {
        return WebhookIds.deriveId(
                List.of(tenant, endpoint.id(), event.token(), "r" + revision, id.envelope() + "#" + id.slot()));
    }

    private List<Step> describeFeedback(MessageId id, String tenant) {
        return stores.feedback().listFeedback(tenant, id.toString()).stream()
                .map(given -> new Step(
                        "plain",
                        "Feedback: " + given.label().token(),
                        given.givenAt(),
                        "by key " + given.key()
                                + (given.topic() == null
                                        ? ""
                                        : ", " + given.topic().token())))
                .toList();
    }

    private static String statusOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Judged _ -> "done";
            case Verdict.Failed _ -> "failed";
            case Verdict.Expired _ -> "expired";
        };
    }

    private static @Nullable String reasonOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Judged _ -> null;
            case Verdict.Failed(String reason) -> reason;
            case Verdict.Expired(String reason) -> reason;
        };
    }
}
