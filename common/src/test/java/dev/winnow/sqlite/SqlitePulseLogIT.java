package dev.winnow.sqlite;

import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.PulseLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlitePulseLogIT extends PulseLogContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected PulseLog pulses() {
        return file.database().pulses();
    }
}
