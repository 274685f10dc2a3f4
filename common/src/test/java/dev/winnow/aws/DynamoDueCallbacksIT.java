package dev.winnow.aws;

import dev.winnow.callback.DueCallbacks;
import dev.winnow.callback.DueCallbacksContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDueCallbacksIT extends DueCallbacksContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected DueCallbacks store() {
        return table.at(Clock.systemUTC()).dueCallbacks();
    }
}
