package dev.winnow.sqlite;

import dev.winnow.callback.EndpointStore;
import dev.winnow.callback.EndpointStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteEndpointStoreIT extends EndpointStoreContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected EndpointStore store() {
        return file.database().endpoints();
    }
}
