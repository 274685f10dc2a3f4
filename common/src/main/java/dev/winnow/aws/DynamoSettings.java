package dev.winnow.aws;

import java.time.Duration;

/**
 * The table and how long it may take to answer.
 *
 * @param table the name of the DynamoDB table, at least 3 characters
 * @param timeout the longest that one call of the store may take, retries included, 100 ms to 60 s
 */
public record DynamoSettings(String table, Duration timeout) {
    public static final DynamoSettings DEFAULT = new DynamoSettings("winnow", Duration.ofSeconds(5));

    public DynamoSettings {
        if (table.length() < 3) {
            throw new IllegalArgumentException("a table's name has at least 3 characters, got '" + table + "'");
        }
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("the store's timeout must be 100 ms to 60 s, is " + timeout);
        }
    }
}
