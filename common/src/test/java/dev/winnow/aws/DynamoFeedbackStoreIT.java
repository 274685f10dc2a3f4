package dev.winnow.aws;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.feedback.FeedbackStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoFeedbackStoreIT extends FeedbackStoreContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected FeedbackStore store() {
        return table.at(Clock.systemUTC()).feedback();
    }
}
