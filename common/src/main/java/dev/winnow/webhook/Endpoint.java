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
 * An address that wants to be told verdicts. Immutable; any thread.
 *
 * @param id unguessable, without a dot
 * @param tenant whose messages it is told about
 * @param url where it listens, as {@link UrlPolicy} let it through
 * @param events what it wants to be told, never empty
 * @param batchSize the most verdicts of a call, 1 to {@value #MAX_BATCH}; with 1 a call carries an event, else a list
 * @param secrets what signs, newest first
 * @param state whether it is told anything
 * @param disabledBecause a sentence for its owner; null unless disabled
 * @param failingSince since when no call succeeded, to the minute; null when the last one did
 * @param createdAt when it was registered
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

    /** How long a secret goes on signing beside the one that replaced it. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** An endpoint that failed for so long is disabled (as Svix does; the whole schedule of retries takes 75 hours). */
    public static final Duration MAX_FAILING = Duration.ofDays(5);

    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whether it is told anything. */
    public enum State {
        /** It never answered a ping: it is told nothing else. */
        UNPROVEN,
        /** It answered a ping. */
        ACTIVE,
        /** It failed for too long, or said that it is gone. A ping that it answers wakes it up. */
        DISABLED
    }

    public Endpoint {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("a call carries 1 to " + MAX_BATCH + " verdicts, not " + batchSize);
        }
        if (events.isEmpty() || !events.stream().allMatch(EventType::isChoice)) {
            throw new IllegalArgumentException("an endpoint wants message.verdict, verdict.changed or both");
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("an endpoint has at least one secret");
        }
        events = Set.copyOf(events);
        secrets = List.copyOf(secrets);
    }

    /** An endpoint that has still to prove itself. */
    public static Endpoint register(
            String id, String tenant, URI url, Set<EventType> events, int batchSize, String sealed, Instant now) {
        List<EndpointSecret> secrets = List.of(new EndpointSecret(sealed, null));
        return new Endpoint(id, tenant, url, events, batchSize, secrets, State.UNPROVEN, null, null, now, 1);
    }

    /** A new id: {@code whe_} and 128 random bits. */
    public static String newId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return "whe_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether it is told about such events now. */
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

    /** It answered: whatever was wrong with it is over. */
    public Endpoint withAnswer() {
        return withState(secrets, State.ACTIVE, null, null);
    }

    public Endpoint withFailureSince(Instant since) {
        return withState(secrets, state, disabledBecause, since);
    }

    public Endpoint withDisabled(String because) {
        return withState(secrets, State.DISABLED, because, failingSince);
    }

    /** A new secret signs; the one before it goes on for {@link #OVERLAP}, any older one stops. */
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
