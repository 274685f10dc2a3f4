package dev.winnow.aws;

import dev.winnow.statistics.TenantUsage;
import dev.winnow.statistics.TenantUsageContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoTenantUsageIT extends TenantUsageContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected TenantUsage store() {
        return table.at(Clock.systemUTC()).usage();
    }
}
