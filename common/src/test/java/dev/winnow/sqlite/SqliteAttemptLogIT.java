package dev.winnow.sqlite;

import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.AttemptLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAttemptLogIT extends AttemptLogContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected AttemptLog attempts() {
        return file.database().attempts();
    }
}
