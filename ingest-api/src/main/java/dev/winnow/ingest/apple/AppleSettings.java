package dev.winnow.ingest.apple;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the routes that iOS calls.
 *
 * @param appIds the ids of the apps and of their extensions, {@code TEAMID.bundle.id}, for the association file; none means no file
 * @param defaultTenant the tenant of apps that are built without a token; none means that such apps get nothing
 * @param verdictWait how long the filter waits for a verdict; iOS asks once and shows the message when the answer is late
 */
@ConfigurationProperties("winnow.apple")
public record AppleSettings(
        @DefaultValue List<String> appIds,
        @DefaultValue("") String defaultTenant,
        @DefaultValue("2s") Duration verdictWait) {
    public AppleSettings {
        appIds = List.copyOf(appIds);
        if (verdictWait.isNegative() || verdictWait.compareTo(Duration.ofSeconds(20)) > 0) {
            throw new IllegalArgumentException("winnow.apple.verdict-wait must be 0 to 20s, is " + verdictWait);
        }
    }
}
