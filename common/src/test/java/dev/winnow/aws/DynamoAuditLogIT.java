package dev.winnow.aws;

import dev.winnow.audit.AuditLog;
import dev.winnow.audit.AuditLogContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoAuditLogIT extends AuditLogContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected AuditLog audit() {
        return table.at(Clock.systemUTC()).audit();
    }
}
