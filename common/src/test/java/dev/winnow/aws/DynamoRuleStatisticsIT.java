package dev.winnow.aws;

import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.RuleStatisticsContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRuleStatisticsIT extends RuleStatisticsContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected RuleStatistics store() {
        return table.at(Clock.systemUTC()).statistics();
    }
}
