package dev.winnow.sqlite;

import dev.winnow.statistics.TenantUsage;
import dev.winnow.statistics.TenantUsageContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteTenantUsageIT extends TenantUsageContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected TenantUsage store() {
        return file.database().usage();
    }
}
