package dev.winnow.aws;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An empty table for a test class, with a timeout that a busy machine keeps. */
final class DynamoTestTable implements AfterAllCallback {
    private final DynamoSettings settings = new DynamoSettings(Aws.shared().newTable(), Duration.ofSeconds(30));
    private final DynamoDbClient client = Aws.shared().dynamoDb(settings.timeout());

    DynamoDatabase at(Clock clock) {
        return DynamoDatabase.openTable(client, settings, clock);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client.close();
    }
}
