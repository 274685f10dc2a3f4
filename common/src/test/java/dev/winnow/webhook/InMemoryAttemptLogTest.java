package dev.winnow.webhook;

class InMemoryAttemptLogTest extends AttemptLogContract {
    private final AttemptLog attempts = new InMemoryAttemptLog();

    @Override
    protected AttemptLog attempts() {
        return attempts;
    }
}
