package dev.winnow.service;

import dev.winnow.aws.DynamoSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The DynamoDB table, for the store {@code dynamodb}.
 *
 * @param table the name of the DynamoDB table, at least 3 characters
 * @param timeout the longest time of one call of the DynamoDB table, retries included, 100 ms to 60 s
 */
@ConfigurationProperties("winnow.dynamodb")
public record TableSettings(
        @DefaultValue("winnow") String table,
        @DefaultValue("5s") Duration timeout) {
    /** Converts to the settings of the adapter. */
    public DynamoSettings toDynamoSettings() {
        return new DynamoSettings(table, timeout);
    }
}
