package dev.winnow.ingest;

import dev.winnow.message.IdSecret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the API needs when it starts alone.
 *
 * @param store where verdicts are: {@code sqlite}
 * @param data the folder of the SQLite file, shared with the workers
 * @param tenants the YAML file that lists tenants and the hashes of their keys
 * @param idSecrets the secrets behind message ids, {@code number:base64} of at least 32 bytes each, separated by commas; the first
 *     one signs, the others keep older ids readable after a rotation
 */
@ConfigurationProperties("winnow")
record StandaloneSettings(
        @DefaultValue("sqlite") Store store,
        @DefaultValue("data") Path data,
        @DefaultValue("tenants.yaml") Path tenants,
        @DefaultValue("") String idSecrets) {

    /** The stores there are. */
    enum Store {
        SQLITE
    }

    List<IdSecret> secrets() {
        if (idSecrets.isBlank()) {
            throw new IllegalArgumentException(
                    "WINNOW_ID_SECRETS is not set: set it to '0:' and the output of 'openssl rand -base64 32'");
        }
        return Arrays.stream(idSecrets.split(",", -1))
                .map(StandaloneSettings::secret)
                .toList();
    }

    private static IdSecret secret(String text) {
        String[] parts = text.strip().split(":", 2);
        try {
            return IdSecret.of(Integer.parseInt(parts[0]), Base64.getDecoder().decode(parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("every part of WINNOW_ID_SECRETS must be number:base64", e);
        }
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "StandaloneSettings[store=" + store + ", data=" + data + ", tenants=" + tenants + "]";
    }
}
