package dev.winnow.sqlite;

import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.EndpointStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteEndpointStoreIT extends EndpointStoreContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected EndpointStore store() {
        return file.database().endpoints();
    }
}
