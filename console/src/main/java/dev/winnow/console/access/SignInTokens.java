package dev.winnow.console.access;

import dev.winnow.tenant.ApiKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens for one sign-in each, for links on the command line. A token that is not used dies after ten minutes. Any thread. */
public final class SignInTokens {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BYTES = 24;
    private static final int MOST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Ticket> open = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Ticket(Operator operator, Instant expiresAt) {}

    public SignInTokens(Clock clock) {
        this.clock = clock;
    }

    /** Makes a token with which one session of this operator begins. */
    public String issue(String name, Role role) {
        Instant now = clock.instant();
        open.values().removeIf(ticket -> ticket.expiresAt().isBefore(now));
        if (open.size() >= MOST) {
            open.clear();
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        open.put(ApiKey.hashKey(token), new Ticket(new Operator(name, role, Operator.PAGE), now.plus(LIFE)));
        return token;
    }

    /** Takes a token, which is worth nothing afterwards. */
    Optional<Operator> redeem(String token) {
        return Optional.ofNullable(open.remove(ApiKey.hashKey(token)))
                .filter(ticket -> ticket.expiresAt().isAfter(clock.instant()))
                .map(Ticket::operator);
    }
}
