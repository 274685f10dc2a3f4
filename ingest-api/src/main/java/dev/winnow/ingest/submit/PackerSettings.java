package dev.winnow.ingest.submit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for packing messages into envelopes.
 *
 * @param linger the longest time after a send that the next messages wait to share an envelope; eight times the duration of a fast send if that is less
 * @param maxSends how many sends may be under way at once, 1 to 256
 * @param busyTenantRate from how many messages a second a tenant with a quarter of the traffic gets envelopes of its own
 */
@ConfigurationProperties("winnow.packer")
public record PackerSettings(
        @DefaultValue("40ms") Duration linger,
        @DefaultValue("16") int maxSends,
        @DefaultValue("50") int busyTenantRate) {
    /** The settings of an installation that sets none. */
    public static final PackerSettings DEFAULT = new PackerSettings(Duration.ofMillis(40), 16, 50);

    public PackerSettings {
        if (linger.isNegative() || linger.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("winnow.packer.linger must be 0 to 1s, is " + linger);
        }
        if (maxSends < 1 || maxSends > 256) {
            throw new IllegalArgumentException("winnow.packer.max-sends must be 1 to 256, is " + maxSends);
        }
        if (busyTenantRate < 1) {
            throw new IllegalArgumentException(
                    "winnow.packer.busy-tenant-rate must be at least 1, is " + busyTenantRate);
        }
    }
}
