package dev.winnow.ingest.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for counting quotas. The quotas themselves are in the tenants' settings.
 *
 * @param tasks how many API tasks run: each counts for itself and allows its share
 * @param addressRate how many requests a second one address may make to the iOS routes, which need no key; many phones share an address, and an IPv6 /64 is one
 */
@ConfigurationProperties("winnow.quota")
public record QuotaSettings(
        @DefaultValue("1") int tasks, @DefaultValue("50") int addressRate) {
    public QuotaSettings {
        if (tasks < 1 || addressRate < 1) {
            throw new IllegalArgumentException("winnow.quota.tasks and .address-rate must be at least 1");
        }
    }
}
