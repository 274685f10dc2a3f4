package dev.winnow.sqlite;

import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.RuleStatisticsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRuleStatisticsIT extends RuleStatisticsContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected RuleStatistics store() {
        return file.database().statistics();
    }
}
