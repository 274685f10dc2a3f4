package dev.winnow.sender.delivery;

import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.SecretSealer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches the opened secrets of endpoints, so that a secret is opened once and not at every call. Any thread. */
final class OpenedSecrets {
    private static final int MAX = 10_000;

    private final SecretSealer sealer;
    private final Map<String, byte[]> opened = new ConcurrentHashMap<>();

    OpenedSecrets(SecretSealer sealer) {
        this.sealer = sealer;
    }

    List<byte[]> secretsOf(Endpoint endpoint, Instant now) {
        if (opened.size() > MAX) {
            opened.clear();
        }
        return endpoint.signingAt(now).stream()
                .map(secret -> opened.computeIfAbsent(secret, _ -> sealer.openSecret(secret, endpoint.id())))
                .toList();
    }
}
