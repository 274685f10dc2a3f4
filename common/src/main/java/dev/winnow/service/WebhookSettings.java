package dev.winnow.service;

import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.UrlPolicy;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The webhooks to the endpoints of tenants.
 *
 * @param masterKey the keys that seal the secrets of webhook endpoints, {@code number:base64} of 32 bytes each, separated by commas; the first
 *     key seals, the others open older secrets; empty to switch webhooks off
 * @param allowLocal whether webhook endpoints may be on this machine or in its network, also without TLS: for development; refused on AWS
 * @param ports the ports that the addresses of webhook endpoints may have
 * @param notices the most webhook notices, one for each envelope, that a callback sender holds at once; rounded up to a multiple of 10
 * @param callsPerEndpoint the most calls at once from one callback sender to one webhook endpoint
 */
@ConfigurationProperties("winnow.callbacks")
public record WebhookSettings(
        @DefaultValue("") String masterKey,
        @DefaultValue("false") boolean allowLocal,
        @DefaultValue("443") List<Integer> ports,
        @DefaultValue("200") int notices,
        @DefaultValue("16") int callsPerEndpoint) {
    public WebhookSettings {
        if (notices < 1 || callsPerEndpoint < 1) {
            throw new IllegalArgumentException("winnow.callbacks.notices and calls-per-endpoint must be 1 or more");
        }
        ports = List.copyOf(ports);
    }

    /** Reads the master keys. */
    List<MasterKey> masterKeys() {
        return MasterKey.parseKeys(masterKey);
    }

    /** The rules for addresses that may be called. */
    UrlPolicy urlPolicy() {
        return UrlPolicy.of(allowLocal, ports);
    }

    /** Leaves the keys out, so that no log holds them. */
    @Override
    public String toString() {
        return "WebhookSettings[allowLocal=" + allowLocal + ", ports=" + ports + ", notices=" + notices
                + ", callsPerEndpoint=" + callsPerEndpoint + "]";
    }
}
