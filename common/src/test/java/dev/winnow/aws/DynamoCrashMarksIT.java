package dev.winnow.aws;

import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.CrashMarksContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCrashMarksIT extends CrashMarksContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected CrashMarks marks() {
        return table.at(Clock.systemUTC()).marks();
    }
}
