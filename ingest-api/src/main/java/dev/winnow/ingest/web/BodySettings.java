package dev.winnow.ingest.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much and how long a request body may be.
 *
 * @param single the largest body of a request about one message
 * @param batch the largest body of a batch or of a list of reports
 * @param timeout how long a body may take to arrive in all
 */
@ConfigurationProperties("winnow.body")
public record BodySettings(
        @DefaultValue("16KB") DataSize single,
        @DefaultValue("256KB") DataSize batch,
        @DefaultValue("10s") Duration timeout) {
    private static final DataSize MOST = DataSize.ofMegabytes(8);

    public BodySettings {
        if (single.toBytes() < 1 || batch.toBytes() < 1 || single.compareTo(MOST) > 0 || batch.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("winnow.body.single and .batch must be 1 byte to " + MOST);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("winnow.body.timeout must be more than nothing, is " + timeout);
        }
    }
}
