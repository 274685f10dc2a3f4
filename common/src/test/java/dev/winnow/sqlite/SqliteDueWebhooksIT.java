package dev.winnow.sqlite;

import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDueWebhooksIT extends DueWebhooksContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected DueWebhooks store() {
        return file.database().dueWebhooks();
    }
}
