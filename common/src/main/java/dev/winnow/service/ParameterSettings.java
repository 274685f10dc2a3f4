package dev.winnow.service;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is read from Parameter Store while the application runs. Start-up settings come from the same place by
 * {@code SPRING_CONFIG_IMPORT=aws-parameterstore:/winnow/...}.
 *
 * @param path what the parameters' names begin with, such as {@code /winnow/prod/}; empty for none
 * @param period how often they are looked at, on average
 */
@ConfigurationProperties("winnow.parameters")
public record ParameterSettings(
        @DefaultValue("") String path, @DefaultValue("60s") Duration period) {
    /** The parameter that holds the secrets behind message ids: also their start-up setting. */
    public String idSecrets() {
        return path + "winnow.id-secrets";
    }

    /** The parameter that holds the keys that webhook secrets are sealed with: also their start-up setting. */
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

    /** The parameter that holds log levels. */
    String logLevels() {
        return path + "log-levels";
    }
}
