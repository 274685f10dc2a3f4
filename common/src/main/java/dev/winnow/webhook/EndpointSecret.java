package dev.winnow.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret that signs what an endpoint gets, sealed by {@link SecretSealer}.
 *
 * @param sealed the secret as it is stored
 * @param until the end of its overlap with a newer one; null as long as there is none
 */
public record EndpointSecret(String sealed, @Nullable Instant until) {
    boolean signsAt(Instant now) {
        return until == null || until.isAfter(now);
    }
}
