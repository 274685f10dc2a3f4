package dev.winnow.aws;

import dev.winnow.callback.AttemptLog;
import dev.winnow.callback.AttemptLogContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoAttemptLogIT extends AttemptLogContract {
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
    protected AttemptLog attempts() {
        return table.at(Clock.systemUTC()).attempts();
    }
}
