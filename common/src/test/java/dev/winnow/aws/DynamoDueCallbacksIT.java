package dev.winnow.aws;

import dev.winnow.callback.DueCallbacks;
import dev.winnow.callback.DueCallbacksContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoDueCallbacksIT extends DueCallbacksContract {
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
    protected DueCallbacks store() {
        return table.at(Clock.systemUTC()).dueCallbacks();
    }
}
