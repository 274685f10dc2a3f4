package dev.winnow.sqlite;

import dev.winnow.audit.AuditLog;
import dev.winnow.audit.AuditLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAuditLogIT extends AuditLogContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected AuditLog audit() {
        return file.database().audit();
    }
}
