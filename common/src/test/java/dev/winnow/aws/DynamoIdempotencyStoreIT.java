package dev.winnow.aws;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.IdempotencyStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoIdempotencyStoreIT extends IdempotencyStoreContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected IdempotencyStore store(Clock clock) {
        return table.at(clock).idempotency();
    }
}
