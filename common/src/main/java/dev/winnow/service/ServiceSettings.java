package dev.winnow.service;

import dev.winnow.message.IdSecret;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The surroundings of an application that runs alone.
 *
 * @param store where verdicts are kept: {@code sqlite} or {@code dynamodb}
 * @param data the folder of the SQLite file, shared by the processes of one machine, and of copies of what is published
 * @param tenants the YAML file that lists tenants and the hashes of their keys; not read when tenants are published in S3
 * @param bucket the S3 bucket of published tenants and rules; empty for none
 * @param idSecrets the secrets behind message ids, {@code number:base64} of at least 32 bytes each, separated by commas; the first
 *     one signs, the others keep older ids readable after a rotation
 */
@ConfigurationProperties("winnow")
public record ServiceSettings(
        @DefaultValue("sqlite") Store store,
        @DefaultValue("data") Path data,
        @DefaultValue("tenants.yaml") Path tenants,
        @DefaultValue("") String bucket,
        @DefaultValue("") String idSecrets) {

    /** The stores there are. */
    public enum Store {
        SQLITE,
        DYNAMODB
    }

    /**
     * The secrets, parsed.
     *
     * @throws IllegalArgumentException if there is none; says how to make one
     */
    public List<IdSecret> parseSecrets() {
        if (idSecrets.isBlank()) {
            throw new IllegalArgumentException(
                    IdSecret.SETTING + " is not set: set it to '0:' and the output of 'openssl rand -base64 32'");
        }
        return IdSecret.parseSecrets(idSecrets);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "ServiceSettings[store=" + store + ", data=" + data + ", tenants=" + tenants + ", bucket=" + bucket
                + "]";
    }
}
