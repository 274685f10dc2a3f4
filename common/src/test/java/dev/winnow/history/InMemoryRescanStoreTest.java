package dev.winnow.history;

import java.time.Clock;

class InMemoryRescanStoreTest extends RescanStoreContract {
    private final InMemoryRescanStore store = new InMemoryRescanStore(Clock.systemUTC());

    @Override
    protected RescanStore rescans() {
        return store;
    }
}
