package dev.winnow.ingest.lookup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param verdicts how long a verdict can be read; an older id is answered 410
 */
@ConfigurationProperties("winnow.retention")
public record RetentionSettings(@DefaultValue("14d") Duration verdicts) {
    public RetentionSettings {
        if (!verdicts.isPositive()) {
            throw new IllegalArgumentException("winnow.retention.verdicts must be more than nothing, is " + verdicts);
        }
    }
}
