package dev.winnow.service;

import dev.winnow.message.IdSecret;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The store, the folder, the tenants and the id secrets of an application that runs alone.
 *
 * @param store the kind of store for verdicts: {@code sqlite} or {@code dynamodb}
 * @param data the folder of the SQLite file, which the processes of one machine share, and of copies of published tenants and rules
 * @param tenants the YAML file that lists tenants and the hashes of their keys; not read when tenants are published in S3
 * @param bucket the name of the S3 bucket of published tenants and rules; empty if they are not published
 * @param idSecrets the secrets that sign message ids, {@code number:base64} of at least 32 bytes each, separated by commas; the first
 *     secret signs, the others keep older ids valid after a rotation
 */
@ConfigurationProperties("winnow")
public record ServiceSettings(
        @DefaultValue("sqlite") Store store,
        @DefaultValue("data") Path data,
        @DefaultValue("tenants.yaml") Path tenants,
        @DefaultValue("") String bucket,
        @DefaultValue("") String idSecrets) {

    /** The kinds of store. */
    public enum Store {
        SQLITE,
        DYNAMODB
    }

    /**
     * Reads the id secrets.
     *
     * @throws IllegalArgumentException if the setting is empty; the message says how to make a secret
     */
    public List<IdSecret> parseSecrets() {
        if (idSecrets.isBlank()) {
            throw new IllegalArgumentException(
                    IdSecret.SETTING + " is not set: set it to '0:' and the output of 'openssl rand -base64 32'");
        }
        return IdSecret.parseSecrets(idSecrets);
    }

    /** Leaves the secrets out, so that no log holds them. */
    @Override
    public String toString() {
        return "ServiceSettings[store=" + store + ", data=" + data + ", tenants=" + tenants + ", bucket=" + bucket
                + "]";
    }
}
