package dev.winnow.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret that signs the webhooks of an endpoint, sealed by {@link SecretSealer}.
 *
 * @param sealed the sealed secret
 * @param until the end of the overlap with a newer secret; null without a newer secret
 */
public record EndpointSecret(String sealed, @Nullable Instant until) {
    boolean signsAt(Instant now) {
        return until == null || until.isAfter(now);
    }
}
