package dev.winnow.service;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The parameters that are read from Parameter Store while the application runs. Settings for the start come from Parameter Store by
 * {@code SPRING_CONFIG_IMPORT=aws-parameterstore:/winnow/...}.
 *
 * @param path the beginning of the names of all parameters, such as {@code /winnow/prod/}; empty to read no parameters
 * @param period the average time between two readings of the parameters
 */
@ConfigurationProperties("winnow.parameters")
public record ParameterSettings(
        @DefaultValue("") String path, @DefaultValue("60s") Duration period) {
    /** The parameter that holds the secrets of message ids, at the start and afterwards. */
    public String idSecrets() {
        return path + "winnow.id-secrets";
    }

    /** The parameter that holds the master keys of webhook secrets, at the start and afterwards. */
    String masterKey() {
        return path + "winnow.callbacks.master-key";
    }

    /** The parameter that points at the live tenants. */
    public String tenantsPointer() {
        return path + "tenants-pointer";
    }

    /** The parameter that points at the live rules. */
    public String rulesPointer() {
        return path + "rules-pointer";
    }

    /** The parameter that holds the log levels. */
    String logLevels() {
        return path + "log-levels";
    }
}
