package dev.winnow.aws;

import dev.winnow.history.RescanStore;
import dev.winnow.history.RescanStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRescanStoreIT extends RescanStoreContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected RescanStore rescans() {
        return table.at(Clock.systemUTC()).rescans();
    }
}
