package dev.winnow.aws;

import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.SlotMarksContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSlotMarksIT extends SlotMarksContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected SlotMarks marks() {
        return table.at(Clock.systemUTC()).marks();
    }
}
