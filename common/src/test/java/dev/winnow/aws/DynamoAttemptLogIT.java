package dev.winnow.aws;

import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.AttemptLogContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoAttemptLogIT extends AttemptLogContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected AttemptLog attempts() {
        return table.at(Clock.systemUTC()).attempts();
    }
}
