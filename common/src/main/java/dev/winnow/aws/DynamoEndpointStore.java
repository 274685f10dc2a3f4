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
 * Endpoints of a tenant under one partition key, and under another one the tenants that have an active endpoint, which is all that a
 * scan worker asks for. A tenant's item is put after its endpoint's and taken away before the endpoints are looked at again, so that
 * whichever order two changes come in, a tenant with an active endpoint is listed.
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

    /** An endpoint takes a place first, so that a tenant never has more endpoints than places. */
    @Override
    public boolean add(Endpoint endpoint) {
        if (!places.take(endpoint, of(endpoint.tenant()))) {
            return false;
        }
        table.call(
                "save an endpoint",
                client -> client.putItem(put -> put.tableName(table.name()).item(item(endpoint))));
        listIfActive(endpoint);
        return true;
    }

    @Override
    public List<Endpoint> of(String tenant) {
        return table.query("list endpoints", OF_TENANT + tenant).stream()
                .map(DynamoEndpointStore::endpoint)
                .sorted(Comparator.comparing(Endpoint::createdAt))
                .toList();
    }

    @Override
    public Optional<Endpoint> find(String tenant, String id) {
        Map<String, AttributeValue> item = table.call(
                "read an endpoint",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.key(OF_TENANT + tenant, id))
                                .consistentRead(true))
                        .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(endpoint(item));
    }

    @Override
    public boolean replace(Endpoint next) {
        try {
            table.call(
                    "change an endpoint",
                    client -> client.putItem(put -> put.tableName(table.name())
                            .item(item(next))
                            .conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", DynamoTable.number(next.revision() - 1)))));
        } catch (ConditionalCheckFailedException anotherChange) {
            return false;
        }
        listIfActive(next);
        return true;
    }

    @Override
    public boolean remove(String tenant, String id) {
        Map<String, AttributeValue> removed = table.call(
                        "forget an endpoint",
                        client -> client.deleteItem(delete -> delete.tableName(table.name())
                                .key(DynamoTable.key(OF_TENANT + tenant, id))
                                .returnValues(ReturnValue.ALL_OLD)))
                .attributes();
        if (!removed.isEmpty()) {
            places.giveBack(endpoint(removed));
        }
        if (of(tenant).isEmpty()) {
            table.call(
                    "forget a subscriber",
                    client -> client.deleteItem(
                            delete -> delete.tableName(table.name()).key(DynamoTable.key(SUBSCRIBERS, tenant))));
            of(tenant).forEach(this::listIfActive);
        }
        return !removed.isEmpty();
    }

    @Override
    public Set<String> subscribers() {
        return table.query("list the subscribers", SUBSCRIBERS).stream()
                .map(item -> DynamoTable.attribute(item, DynamoTable.SORT).s())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void listIfActive(Endpoint endpoint) {
        if (endpoint.state() == Endpoint.State.ACTIVE) {
            table.call(
                    "list a subscriber",
                    client -> client.putItem(
                            put -> put.tableName(table.name()).item(DynamoTable.key(SUBSCRIBERS, endpoint.tenant()))));
        }
    }

    private static Map<String, AttributeValue> item(Endpoint endpoint) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.key(OF_TENANT + endpoint.tenant(), endpoint.id()));
        item.put(ITEM, DynamoTable.string(WebhookJson.write(endpoint)));
        item.put(REVISION, DynamoTable.number(endpoint.revision()));
        return item;
    }

    private static Endpoint endpoint(Map<String, AttributeValue> item) {
        return WebhookJson.read(DynamoTable.attribute(item, ITEM).s(), Endpoint.class);
    }
}
