package dev.winnow.aws;

import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.SlotMarksContract;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoSlotMarksIT extends SlotMarksContract {
    @SuppressWarnings("NullAway.Init")
    private static DynamoDbClient client;

    @SuppressWarnings("NullAway.Init")
    private static DynamoSettings settings;

    @BeforeAll
    static void start() {
        client = Aws.shared().dynamoDb(Duration.ofSeconds(5));
        settings = new DynamoSettings(Aws.shared().newTable(), Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    protected SlotMarks marks() {
        return DynamoDatabase.open(client, settings, Clock.systemUTC()).marks();
    }
}
