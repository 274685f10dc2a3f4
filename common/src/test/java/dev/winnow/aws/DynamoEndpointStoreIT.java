package dev.winnow.aws;

import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.EndpointStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoEndpointStoreIT extends EndpointStoreContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected EndpointStore store() {
        return table.at(Clock.systemUTC()).endpoints();
    }
}
