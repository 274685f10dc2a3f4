package dev.winnow.callback;

class InMemoryDueCallbacksTest extends DueCallbacksContract {
    private final DueCallbacks store = new InMemoryDueCallbacks();

    @Override
    protected DueCallbacks store() {
        return store;
    }
}
