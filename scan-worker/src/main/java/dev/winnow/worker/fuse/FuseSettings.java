package dev.winnow.worker.fuse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the fuse. docs/rules-life.md tells where the defaults come from.
 *
 * @param ceiling the share of messages, in percent, 1 to 100, that one rule may decide before the fuse asks its history; 0 turns the
 *     fuse off
 * @param factor how many times its share of the last seven days a rule may decide, 1 or more
 * @param precision the floor of the upper bound of a junk rule's precision, in percent, 0 to 100; 0 for none
 * @param perHour rules, in percent of all, that one worker puts into shadow within an hour; at least three rules
 */
@ConfigurationProperties("winnow.fuse")
public record FuseSettings(
        @DefaultValue("20") int ceiling,
        @DefaultValue("5") int factor,
        @DefaultValue("50") int precision,
        @DefaultValue("2") int perHour) {
    public static final FuseSettings DEFAULT = new FuseSettings(20, 5, 50, 2);

    public FuseSettings {
        requirePercent("ceiling", ceiling);
        requirePercent("precision", precision);
        requirePercent("per-hour", perHour);
        if (factor < 1) {
            throw new IllegalArgumentException("winnow.fuse.factor must be 1 or more, is " + factor);
        }
    }

    boolean isOff() {
        return ceiling == 0;
    }

    private static void requirePercent(String name, int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("winnow.fuse.%s must be 0 to 100, is %d".formatted(name, value));
        }
    }
}
