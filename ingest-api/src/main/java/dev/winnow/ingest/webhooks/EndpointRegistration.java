package dev.winnow.ingest.webhooks;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.ForbiddenUrlException;
import dev.winnow.webhook.UrlPolicy;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The registration that a tenant asks for.
 *
 * @param url the address of the endpoint
 * @param events the events to send
 * @param batchSize the most verdicts of a call
 */
record EndpointRegistration(URI url, Set<EventType> events, int batchSize) {
    /** Reads {@code url}, {@code events} and {@code batchSize}; errors are added to the list and make the result empty. */
    static Optional<EndpointRegistration> readRegistration(JsonNode json, UrlPolicy urls, List<FieldError> errors) {
        URI url = readUrl(json.path("url"), urls, errors);
        Set<EventType> events = readEvents(json.path("events"), errors);
        int batchSize = batchSize(json.path("batchSize"), errors);
        return url == null || !errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new EndpointRegistration(url, events, batchSize));
    }

    private static @Nullable URI readUrl(JsonNode value, UrlPolicy urls, List<FieldError> errors) {
        if (!value.isString()) {
            errors.add(new FieldError("/url", "is required and must be a string"));
            return null;
        }
        try {
            return urls.checkUrl(value.stringValue());
        } catch (ForbiddenUrlException e) {
            errors.add(new FieldError("/url", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static Set<EventType> readEvents(JsonNode value, List<FieldError> errors) {
        if (value.isMissingNode() || value.isNull()) {
            return EnumSet.of(EventType.MESSAGE_VERDICT, EventType.VERDICT_CHANGED);
        }
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        boolean known = value.isArray() && !value.isEmpty();
        for (JsonNode each : value) {
            Optional<EventType> event = each.isString()
                    ? EventType.fromToken(each.stringValue()).filter(EventType::isChoice)
                    : Optional.empty();
            event.ifPresent(events::add);
            known = known && event.isPresent();
        }
        if (!known) {
            errors.add(new FieldError(
                    "/events",
                    "must be a list of message.verdict, verdict.changed and campaign.detected, with at least one"));
        }
        return events;
    }

    private static int batchSize(JsonNode value, List<FieldError> errors) {
        if (value.isMissingNode() || value.isNull()) {
            return 1;
        }
        int size = value.isInt() ? value.intValue() : 0;
        if (size < 1 || size > Endpoint.MAX_BATCH) {
            errors.add(new FieldError("/batchSize", "must be a whole number from 1 to " + Endpoint.MAX_BATCH));
        }
        return size;
    }
}
