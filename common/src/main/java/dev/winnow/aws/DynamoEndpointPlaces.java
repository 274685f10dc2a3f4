package dev.winnow.aws;

import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The places of a tenant's endpoints: one item for each tenant with a set of names, to which a name is added only while a place is free.
 * This is one conditional write, so that registrations at the same time cannot pass the limit together. Any thread.
 */
final class DynamoEndpointPlaces {
    private static final String OF_TENANTS = "h#l";
    private static final String TAKEN = "taken";

    /** The longest registration; one that took a place and saved no endpoint within this time has died. */
    private static final Duration LONGEST_REGISTRATION = Duration.ofMinutes(2);

    private final DynamoTable table;

    DynamoEndpointPlaces(DynamoTable table) {
        this.table = table;
    }

    /** Takes a place; false if none is free. Places of registrations that died are given back first. */
    boolean take(Endpoint endpoint, List<Endpoint> existing) {
        if (existing.size() >= EndpointStore.MAX_PER_TENANT) {
            return false;
        }
        if (tryTake(endpoint)) {
            return true;
        }
        Set<String> dead = dead(endpoint, existing);
        if (dead.isEmpty()) {
            return false;
        }
        remove(endpoint.tenant(), dead);
        return tryTake(endpoint);
    }

    /** Gives back the place of an endpoint that is deleted. */
    void giveBack(Endpoint endpoint) {
        remove(endpoint.tenant(), Set.of(name(endpoint)));
    }

    private boolean tryTake(Endpoint endpoint) {
        try {
            table.callClient(
                    "take a place for an endpoint",
                    client -> client.updateItem(update -> update.tableName(table.name())
                            .key(DynamoTable.keyOf(OF_TENANTS, endpoint.tenant()))
                            .updateExpression("ADD " + TAKEN + " :name")
                            .conditionExpression("attribute_not_exists(" + TAKEN + ") OR size(" + TAKEN + ") < :most")
                            .expressionAttributeValues(Map.of(
                                    ":name", AttributeValue.fromSs(List.of(name(endpoint))),
                                    ":most", DynamoTable.numberValue(EndpointStore.MAX_PER_TENANT)))));
            return true;
        } catch (ConditionalCheckFailedException full) {
            return false;
        }
    }

    private void remove(String tenant, Set<String> names) {
        table.callClient(
                "give back places of endpoints",
                client -> client.updateItem(update -> update.tableName(table.name())
                        .key(DynamoTable.keyOf(OF_TENANTS, tenant))
                        .updateExpression("DELETE " + TAKEN + " :names")
                        .expressionAttributeValues(Map.of(":names", AttributeValue.fromSs(List.copyOf(names))))));
    }

    private Set<String> dead(Endpoint endpoint, List<Endpoint> existing) {
        Map<String, AttributeValue> item = table.callClient(
                "read the places of endpoints",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.keyOf(OF_TENANTS, endpoint.tenant()))
                                .consistentRead(true))
                        .item());
        AttributeValue taken = item.get(TAKEN);
        if (taken == null) {
            return Set.of();
        }
        Set<String> dead = new HashSet<>(taken.ss());
        dead.removeAll(existing.stream().map(DynamoEndpointPlaces::name).collect(Collectors.toSet()));
        long oldest = endpoint.createdAt().minus(LONGEST_REGISTRATION).toEpochMilli();
        dead.removeIf(name -> Long.parseLong(name.substring(0, name.indexOf(' '))) > oldest);
        return dead;
    }

    private static String name(Endpoint endpoint) {
        return endpoint.createdAt().toEpochMilli() + " " + endpoint.id();
    }
}
