package dev.winnow.aws;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.IdempotencyStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoIdempotencyStoreIT extends IdempotencyStoreContract {
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
    protected IdempotencyStore store(Clock clock) {
        return table.at(clock).requests();
    }
}
