package dev.winnow.statistics;

/**
 * The messages of a tenant on one day, by their first outcome. Immutable; any thread. The stores keep it as JSON with the names of its components.
 *
 * @param failed messages that could not be scanned
 * @param expired messages that waited past the tenant's deadline
 */
public record UsageCounts(long junk, long promotion, long transaction, long clean, long failed, long expired) {
    public static final UsageCounts NONE = new UsageCounts(0, 0, 0, 0, 0, 0);

    /** All messages. */
    public long messages() {
        return junk + promotion + transaction + clean + failed + expired;
    }

    /** Adds other messages of the same tenant. */
    public UsageCounts plus(UsageCounts other) {
        return new UsageCounts(
                junk + other.junk,
                promotion + other.promotion,
                transaction + other.transaction,
                clean + other.clean,
                failed + other.failed,
                expired + other.expired);
    }
}
