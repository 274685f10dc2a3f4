package dev.winnow.ingest.webhooks;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookSignature;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Registers endpoints, shows and deletes them, and gives them new secrets. */
@RestController
final class EndpointController {
    static final String PATH = "/v1/webhook-endpoints";

    private final ObjectProvider<WebhookPorts> ports;
    private final JsonMapper json;
    private final Clock clock;

    EndpointController(ObjectProvider<WebhookPorts> ports, JsonMapper json, Clock clock) {
        this.ports = ports;
        this.json = json;
        this.clock = clock;
    }

    /** All endpoints of a tenant. */
    record ListDocument(List<EndpointDocument> endpoints) {}

    /** A new secret, and how long the one before it goes on signing as well. */
    record SecretDocument(String secret, Instant previousUntil) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EndpointDocument registerEndpoint(ApiRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        EndpointRegistration wish = readRegistration(request.body(), mine.ports());
        byte[] secret = WebhookSignature.newSecret();
        String id = Endpoint.newId();
        Endpoint endpoint = Endpoint.register(
                id,
                mine.tenant(),
                wish.url(),
                wish.events(),
                wish.batchSize(),
                mine.ports().sealer().sealSecret(secret, id),
                now());
        if (!mine.ports().endpoints().addEndpoint(endpoint)) {
            throw new ProblemException(Problem.invalidBody(List.of(new FieldError(
                    "",
                    "is one endpoint too many: a tenant has at most " + EndpointStore.MAX_PER_TENANT
                            + "; delete one first"))));
        }
        return EndpointDocument.ofEndpoint(endpoint, WebhookSignature.showSecret(secret));
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ListDocument listEndpoints(ApiRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        return new ListDocument(mine.ports().endpoints().listEndpoints(mine.tenant()).stream()
                .map(EndpointDocument::ofEndpoint)
                .toList());
    }

    @DeleteMapping(PATH + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteEndpoint(@PathVariable("id") String id, ApiRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        if (!mine.ports().endpoints().removeEndpoint(mine.tenant(), id)) {
            throw TenantEndpoints.unknownEndpoint();
        }
    }

    @PostMapping(path = PATH + "/{id}/rotate-secret", produces = MediaType.APPLICATION_JSON_VALUE)
    SecretDocument rotateSecret(@PathVariable("id") String id, ApiRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        byte[] secret = WebhookSignature.newSecret();
        Instant now = now();
        Optional<Endpoint> rotated = mine.ports()
                .endpoints()
                .changeEndpoint(
                        mine.tenant(),
                        id,
                        stored -> stored.withSecret(mine.ports().sealer().sealSecret(secret, id), now));
        if (rotated.isEmpty()) {
            throw TenantEndpoints.unknownEndpoint();
        }
        return new SecretDocument(WebhookSignature.showSecret(secret), now.plus(Endpoint.OVERLAP));
    }

    private EndpointRegistration readRegistration(byte[] body, WebhookPorts opened) {
        List<FieldError> errors = new ArrayList<>();
        try {
            return EndpointRegistration.readRegistration(json.readTree(body), opened.urls(), errors)
                    .orElseThrow(() -> new ProblemException(Problem.invalidBody(errors)));
        } catch (JacksonException e) {
            throw new ProblemException(Problem.invalidBody(List.of(FieldError.ofSyntaxError(e))));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
