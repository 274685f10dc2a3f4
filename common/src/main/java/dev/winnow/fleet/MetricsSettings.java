package dev.winnow.fleet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The metrics of a program that runs alone.
 *
 * @param every the time between two lines of metrics on standard output, in CloudWatch's embedded metric format; 0 for no lines
 * @param port the port of {@code /metrics}, {@code /livez} and {@code /readyz} on loopback, for a scan worker or a callback sender; 0 for no port
 */
@ConfigurationProperties("winnow.metrics")
public record MetricsSettings(
        @DefaultValue("0s") Duration every,
        @DefaultValue("0") int port) {
    public MetricsSettings {
        if (every.isNegative()) {
            throw new IllegalArgumentException("winnow.metrics.every must not be negative, is " + every);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("winnow.metrics.port must be from 0 to 65535, is " + port);
        }
    }
}
