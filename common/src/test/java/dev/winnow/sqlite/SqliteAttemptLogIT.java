package dev.winnow.sqlite;

import dev.winnow.callback.AttemptLog;
import dev.winnow.callback.AttemptLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAttemptLogIT extends AttemptLogContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected AttemptLog attempts() {
        return file.database().attempts();
    }
}
