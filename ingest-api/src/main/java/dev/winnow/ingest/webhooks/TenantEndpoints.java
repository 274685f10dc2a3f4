package dev.winnow.ingest.webhooks;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.WebhookPorts;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The webhook ports for the tenant of one request.
 *
 * @param ports the stores, keys and address rules of webhooks
 * @param tenant the tenant's id
 */
record TenantEndpoints(WebhookPorts ports, String tenant) {
    /** @throws ProblemException 404 where callbacks are not set up */
    static TenantEndpoints openFor(ObjectProvider<WebhookPorts> ports, ApiRequest request) {
        WebhookPorts opened = ports.getIfAvailable(() -> {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "Callbacks are not set up here: WINNOW_CALLBACKS_MASTERKEY is not set.");
        });
        return new TenantEndpoints(opened, request.tenant());
    }

    /** @throws ProblemException 404 if the tenant has no such endpoint */
    Endpoint requireEndpoint(String id) {
        return ports.endpoints().findEndpoint(tenant, id).orElseThrow(TenantEndpoints::unknownEndpoint);
    }

    static ProblemException unknownEndpoint() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no webhook endpoint with this id.");
    }
}
