package dev.winnow.webhook;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a tenant that gets webhooks. Immutable; any thread.
 *
 * @param id an id that cannot be guessed, without a dot
 * @param tenant the id of the tenant
 * @param url the address, as {@link UrlPolicy} admitted it
 * @param events the events that the endpoint chose; never empty
 * @param batchSize the most verdicts of a call, 1 to {@value #MAX_BATCH}; a call carries one event for 1, and a list for other sizes
 * @param secrets the secrets that sign, newest first
 * @param state the state, which decides about webhooks
 * @param disabledBecause the reason, a sentence for the endpoint's owner; null unless disabled
 * @param failingSince the time of the first failure since the last success, to the minute; null after a success
 * @param createdAt the time of the registration
 * @param revision 1 at first, one more with every change
 */
public record Endpoint(
        String id,
        String tenant,
        URI url,
        Set<EventType> events,
        int batchSize,
        List<EndpointSecret> secrets,
        State state,
        @Nullable String disabledBecause,
        @Nullable Instant failingSince,
        Instant createdAt,
        int revision) {
    public static final int MAX_BATCH = 100;

    /** The time for which an old secret signs beside its successor. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** The time of failures after which an endpoint is disabled (the same as at Svix; the whole schedule of tries takes 75 hours). */
    public static final Duration MAX_FAILING = Duration.ofDays(5);

    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The state of an endpoint. */
    public enum State {
        /** The endpoint has never answered a ping, and gets pings only. */
        UNPROVEN,
        /** The endpoint has answered a ping, and gets webhooks. */
        ACTIVE,
        /** The endpoint failed for too long or answered 410 Gone. An answered ping makes it active again. */
        DISABLED
    }

    public Endpoint {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("a call carries 1 to " + MAX_BATCH + " verdicts, not " + batchSize);
        }
        if (events.isEmpty() || !events.stream().allMatch(EventType::isChoice)) {
            throw new IllegalArgumentException(
                    "an endpoint asks for message.verdict, verdict.changed or campaign.detected");
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("an endpoint has at least one secret");
        }
        events = Set.copyOf(events);
        secrets = List.copyOf(secrets);
    }

    /** Makes a new endpoint, which must first answer a ping. */
    public static Endpoint register(
            String id, String tenant, URI url, Set<EventType> events, int batchSize, String sealed, Instant now) {
        List<EndpointSecret> secrets = List.of(new EndpointSecret(sealed, null));
        return new Endpoint(id, tenant, url, events, batchSize, secrets, State.UNPROVEN, null, null, now, 1);
    }

    /** Makes a new id: {@code whe_} and 128 random bits. */
    public static String newId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return "whe_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether the endpoint gets webhooks for this event now. */
    public boolean wantsEvent(EventType event) {
        return state == State.ACTIVE && events.contains(event);
    }

    /** The sealed secrets that sign now, newest first. */
    public List<String> signingAt(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.signsAt(now))
                .map(EndpointSecret::sealed)
                .toList();
    }

    /** Makes the endpoint active and without failures, after an answer. */
    public Endpoint withAnswer() {
        return withState(secrets, State.ACTIVE, null, null);
    }

    public Endpoint withFailureSince(Instant since) {
        return withState(secrets, state, disabledBecause, since);
    }

    public Endpoint withDisabled(String because) {
        return withState(secrets, State.DISABLED, because, failingSince);
    }

    /** Adds a new secret. The last secret signs beside it for {@link #OVERLAP}; older secrets stop. */
    public Endpoint withSecret(String sealed, Instant now) {
        List<EndpointSecret> next = new ArrayList<>(List.of(new EndpointSecret(sealed, null)));
        next.add(new EndpointSecret(secrets.getFirst().sealed(), now.plus(OVERLAP)));
        return withState(next, state, disabledBecause, failingSince);
    }

    private Endpoint withState(
            List<EndpointSecret> nextSecrets, State next, @Nullable String because, @Nullable Instant since) {
        return new Endpoint(
                id, tenant, url, events, batchSize, nextSecrets, next, because, since, createdAt, revision + 1);
    }
}
