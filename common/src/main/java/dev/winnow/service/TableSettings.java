package dev.winnow.service;

import dev.winnow.aws.DynamoSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The DynamoDB table, when that is the store.
 *
 * @param table its name
 * @param timeout the longest that one call may take, retries included, 100 ms to 60 s
 */
@ConfigurationProperties("winnow.dynamodb")
public record TableSettings(
        @DefaultValue("winnow") String table,
        @DefaultValue("5s") Duration timeout) {
    /** The same for the adapter. */
    public DynamoSettings toDynamoSettings() {
        return new DynamoSettings(table, timeout);
    }
}
