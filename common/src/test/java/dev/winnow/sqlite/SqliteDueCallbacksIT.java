package dev.winnow.sqlite;

import dev.winnow.callback.DueCallbacks;
import dev.winnow.callback.DueCallbacksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDueCallbacksIT extends DueCallbacksContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected DueCallbacks store() {
        return file.database().dueCallbacks();
    }
}
