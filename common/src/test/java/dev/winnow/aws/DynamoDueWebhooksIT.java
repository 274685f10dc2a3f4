package dev.winnow.aws;

import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooksContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDueWebhooksIT extends DueWebhooksContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected DueWebhooks store() {
        return table.at(Clock.systemUTC()).dueWebhooks();
    }
}
