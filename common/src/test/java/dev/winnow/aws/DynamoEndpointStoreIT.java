package dev.winnow.aws;

import dev.winnow.callback.EndpointStore;
import dev.winnow.callback.EndpointStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoEndpointStoreIT extends EndpointStoreContract {
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
    protected EndpointStore store() {
        return table.at(Clock.systemUTC()).endpoints();
    }
}
