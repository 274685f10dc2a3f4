package dev.winnow.sqlite;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.feedback.FeedbackStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteFeedbackStoreIT extends FeedbackStoreContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected FeedbackStore store() {
        return file.database().feedback();
    }
}
