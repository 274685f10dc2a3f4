package dev.winnow.service;

import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.UrlPolicy;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Callbacks to tenants' webhook endpoints.
 *
 * @param masterKey the keys that webhook secrets are sealed with, {@code number:base64} of 32 bytes each, separated by commas; the first
 *     one seals, the others open older secrets; empty for no callbacks
 * @param allowLocal whether endpoints may be on this machine or in its network, also without TLS: for development; refused on AWS
 * @param ports the ports that endpoints may have
 * @param notices notices that a sender may hold at once, one an envelope; rounded up to whole receives of 10
 * @param callsPerEndpoint calls that one endpoint gets at once from one sender
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

    /** The keys, parsed. */
    List<MasterKey> masterKeys() {
        return MasterKey.parseKeys(masterKey);
    }

    /** Which addresses may be called. */
    UrlPolicy urlPolicy() {
        return UrlPolicy.of(allowLocal, ports);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "WebhookSettings[allowLocal=" + allowLocal + ", ports=" + ports + ", notices=" + notices
                + ", callsPerEndpoint=" + callsPerEndpoint + "]";
    }
}
