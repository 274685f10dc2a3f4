package dev.winnow.tenant;

/**
 * What a tenant may set. Immutable; any thread.
 *
 * @param junkThreshold the score from which a message is junk, 1 to 100
 */
public record TenantSettings(int junkThreshold) {
    public static final TenantSettings DEFAULT = new TenantSettings(50);

    public TenantSettings {
        if (junkThreshold < 1 || junkThreshold > 100) {
            throw new IllegalArgumentException("junkThreshold must be 1 to 100, is " + junkThreshold);
        }
    }
}
