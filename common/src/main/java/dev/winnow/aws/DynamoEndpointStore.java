package dev.winnow.aws;

import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.WebhookJson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Endpoints of a tenant under one partition key, and the tenants with an active endpoint under another one, which scan workers read. The
 * item of a tenant is written after the item of its endpoint, and deleted before the endpoints are read again. Two changes in any order
 * therefore leave a tenant with an active endpoint on the list.
 */
final class DynamoEndpointStore implements EndpointStore {
    private static final String OF_TENANT = "h#t#";
    private static final String SUBSCRIBERS = "h#s";
    private static final String ITEM = "item";
    private static final String REVISION = "revision";

    private final DynamoTable table;
    private final DynamoEndpointPlaces places;

    DynamoEndpointStore(DynamoTable table) {
        this.table = table;
        this.places = new DynamoEndpointPlaces(table);
    }

    /** Takes a place before it saves the endpoint, so that a tenant never has more endpoints than places. */
    @Override
    public boolean addEndpoint(Endpoint endpoint) {
        if (!places.take(endpoint, listEndpoints(endpoint.tenant()))) {
            return false;
        }
        table.callClient(
                "save an endpoint",
                client -> client.putItem(put -> put.tableName(table.name()).item(toItem(endpoint))));
        listIfActive(endpoint);
        return true;
    }

    @Override
    public List<Endpoint> listEndpoints(String tenant) {
        return table.queryItems("list endpoints", OF_TENANT + tenant).stream()
                .map(DynamoEndpointStore::toEndpoint)
                .sorted(Comparator.comparing(Endpoint::createdAt))
                .toList();
    }

    @Override
    public Optional<Endpoint> findEndpoint(String tenant, String id) {
        Map<String, AttributeValue> item = table.callClient(
                "read an endpoint",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.keyOf(OF_TENANT + tenant, id))
                                .consistentRead(true))
                        .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(toEndpoint(item));
    }

    @Override
    public boolean replaceEndpoint(Endpoint next) {
        try {
            table.callClient(
                    "change an endpoint",
                    client -> client.putItem(put -> put.tableName(table.name())
                            .item(toItem(next))
                            .conditionExpression("revision = :before")
                            .expressionAttributeValues(
                                    Map.of(":before", DynamoTable.numberValue(next.revision() - 1)))));
        } catch (ConditionalCheckFailedException anotherChange) {
            return false;
        }
        listIfActive(next);
        return true;
    }

    @Override
    public boolean removeEndpoint(String tenant, String id) {
        Map<String, AttributeValue> removed = table.callClient(
                        "forget an endpoint",
                        client -> client.deleteItem(delete -> delete.tableName(table.name())
                                .key(DynamoTable.keyOf(OF_TENANT + tenant, id))
                                .returnValues(ReturnValue.ALL_OLD)))
                .attributes();
        if (!removed.isEmpty()) {
            places.giveBack(toEndpoint(removed));
        }
        if (listEndpoints(tenant).isEmpty()) {
            table.callClient(
                    "forget a subscriber",
                    client -> client.deleteItem(
                            delete -> delete.tableName(table.name()).key(DynamoTable.keyOf(SUBSCRIBERS, tenant))));
            listEndpoints(tenant).forEach(this::listIfActive);
        }
        return !removed.isEmpty();
    }

    @Override
    public Set<String> listSubscribers() {
        return table.queryItems("list the subscribers", SUBSCRIBERS).stream()
                .map(item ->
                        DynamoTable.requireAttribute(item, DynamoTable.SORT).s())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void listIfActive(Endpoint endpoint) {
        if (endpoint.state() == Endpoint.State.ACTIVE) {
            table.callClient(
                    "list a subscriber",
                    client -> client.putItem(put ->
                            put.tableName(table.name()).item(DynamoTable.keyOf(SUBSCRIBERS, endpoint.tenant()))));
        }
    }

    private static Map<String, AttributeValue> toItem(Endpoint endpoint) {
        Map<String, AttributeValue> item =
                new HashMap<>(DynamoTable.keyOf(OF_TENANT + endpoint.tenant(), endpoint.id()));
        item.put(ITEM, DynamoTable.stringValue(WebhookJson.writeValue(endpoint)));
        item.put(REVISION, DynamoTable.numberValue(endpoint.revision()));
        return item;
    }

    private static Endpoint toEndpoint(Map<String, AttributeValue> item) {
        return WebhookJson.readValue(DynamoTable.requireAttribute(item, ITEM).s(), Endpoint.class);
    }
}
