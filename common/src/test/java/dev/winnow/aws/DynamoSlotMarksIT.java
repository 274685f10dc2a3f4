package dev.winnow.aws;

import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.SlotMarksContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoSlotMarksIT extends SlotMarksContract {
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
    protected SlotMarks marks() {
        return table.at(Clock.systemUTC()).marks();
    }
}
