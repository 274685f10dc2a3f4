package dev.winnow.publication;

class InMemoryTrippedRulesTest extends TrippedRulesContract {
    private final InMemoryTrippedRules store = new InMemoryTrippedRules();

    @Override
    protected TrippedRules store() {
        return store;
    }
}
