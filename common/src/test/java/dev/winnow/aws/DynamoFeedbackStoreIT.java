package dev.winnow.aws;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.feedback.FeedbackStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoFeedbackStoreIT extends FeedbackStoreContract {
    @SuppressWarnings("NullAway.Init")
    private static DynamoTestTable table;

    @BeforeAll
    static void start() {
        table = new DynamoTestTable();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @Override
    protected FeedbackStore store() {
        return table.at(Clock.systemUTC()).feedback();
    }
}
