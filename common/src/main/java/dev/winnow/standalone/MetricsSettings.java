package dev.winnow.standalone;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application writes for CloudWatch.
 *
 * @param every how often a line of metrics goes to standard output, in CloudWatch's embedded metric format; 0 is never
 */
@ConfigurationProperties("winnow.metrics")
public record MetricsSettings(@DefaultValue("0s") Duration every) {
    public MetricsSettings {
        if (every.isNegative()) {
            throw new IllegalArgumentException("winnow.metrics.every must not be negative, is " + every);
        }
    }
}
