package dev.winnow.verdict;

class InMemoryVerdictStoreTest extends VerdictStoreContract {
    private final InMemoryVerdictStore store = new InMemoryVerdictStore();

    @Override
    protected VerdictStore store() {
        return store;
    }
}
