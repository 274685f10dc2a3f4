package dev.winnow.aws;

import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.PulseLogContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPulseLogIT extends PulseLogContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected PulseLog pulses() {
        return table.at(Clock.systemUTC()).pulses();
    }
}
