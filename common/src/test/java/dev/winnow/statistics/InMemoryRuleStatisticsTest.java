package dev.winnow.statistics;

class InMemoryRuleStatisticsTest extends RuleStatisticsContract {
    private final InMemoryRuleStatistics store = new InMemoryRuleStatistics();

    @Override
    protected RuleStatistics store() {
        return store;
    }
}
