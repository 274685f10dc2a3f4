package dev.winnow.ingest.tomcat;

/** The memory that the body of one request holds, counted against the budget of all. One thread. */
public final class BodyMemory implements AutoCloseable {
    private final BodyBudget budget;
    private long taken;

    public BodyMemory(BodyBudget budget) {
        this.budget = budget;
    }

    /** Counts so many more bytes against the budget. */
    void take(long bytes) throws BodyReader.NoRoomException {
        if (!budget.tryTake(bytes)) {
            throw new BodyReader.NoRoomException();
        }
        taken += bytes;
    }

    /** Gives the memory back; the body must not be used any more. A second call does nothing. */
    @Override
    public void close() {
        budget.give(taken);
        taken = 0;
    }
}
