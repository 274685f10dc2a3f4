package dev.winnow.statistics;

class InMemoryTenantUsageTest extends TenantUsageContract {
    private final InMemoryTenantUsage store = new InMemoryTenantUsage();

    @Override
    protected TenantUsage store() {
        return store;
    }
}
