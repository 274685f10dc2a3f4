package dev.winnow.worker;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The surroundings of a worker that runs alone.
 *
 * @param data the folder that holds the verdict store's file
 * @param tenants the tenants' YAML file
 * @param scanQueue the name of the SQS queue that carries envelopes to the workers
 * @param visibility how long a delivery is hidden from other workers, 1 s to 12 h
 */
@ConfigurationProperties("winnow")
record StandaloneSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("tenants.yaml") Path tenants,
        @DefaultValue("winnow-scan") String scanQueue,
        @DefaultValue("60s") Duration visibility) {}
