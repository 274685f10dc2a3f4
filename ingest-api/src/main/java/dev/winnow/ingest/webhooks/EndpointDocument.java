package dev.winnow.ingest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An endpoint as its owner sees it; {@code openapi.yaml} describes the members. The secret is there once, at registration. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointDocument(
        String id,
        String url,
        List<String> events,
        int batchSize,
        String state,
        @Nullable String disabledBecause,
        @Nullable Instant failingSince,
        Instant createdAt,
        @Nullable String secret) {
    static EndpointDocument ofEndpoint(Endpoint endpoint) {
        return ofEndpoint(endpoint, null);
    }

    static EndpointDocument ofEndpoint(Endpoint endpoint, @Nullable String secret) {
        return new EndpointDocument(
                endpoint.id(),
                endpoint.url().toString(),
                endpoint.events().stream().map(EventType::token).sorted().toList(),
                endpoint.batchSize(),
                endpoint.state().name().toLowerCase(Locale.ROOT),
                endpoint.disabledBecause(),
                endpoint.failingSince(),
                endpoint.createdAt(),
                secret);
    }
}
