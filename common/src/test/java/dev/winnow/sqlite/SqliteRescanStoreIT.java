package dev.winnow.sqlite;

import dev.winnow.history.RescanStore;
import dev.winnow.history.RescanStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRescanStoreIT extends RescanStoreContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected RescanStore rescans() {
        return file.database().rescans();
    }
}
