package dev.winnow.aws;

import java.time.Duration;

/**
 * The name and the timeout of the DynamoDB table.
 *
 * @param table the name of the DynamoDB table, at least 3 characters
 * @param timeout the longest time of one call of the store, retries included, 100 ms to 60 s
 */
public record DynamoSettings(String table, Duration timeout) {
    public static final DynamoSettings DEFAULT = new DynamoSettings("winnow", Duration.ofSeconds(5));

    public DynamoSettings {
        if (table.length() < 3) {
            throw new IllegalArgumentException(
                    "the name of a DynamoDB table must have at least 3 characters, is '" + table + "'");
        }
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("the store's timeout must be 100 ms to 60 s, is " + timeout);
        }
    }
}
