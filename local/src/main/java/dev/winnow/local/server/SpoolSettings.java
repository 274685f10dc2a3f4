package dev.winnow.local.server;

import dev.winnow.sqlite.SpoolLimits;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The spool of a server on one machine.
 *
 * @param window envelopes of each lane, and callback notices, that are in memory at once, 100 or more; the others wait in the database
 *     file; an envelope has at most 60,000 bytes
 * @param maxBytes bytes of messages that may wait on one machine, 1,000,000 or more; above it submits are answered 503
 */
@ConfigurationProperties("winnow.spool")
record SpoolSettings(
        @DefaultValue("1000") int window,
        @DefaultValue("1073741824") long maxBytes) {
    SpoolSettings {
        if (window < 100) {
            throw new IllegalArgumentException("winnow.spool.window must be 100 or more, is " + window);
        }
        if (maxBytes < 1_000_000) {
            throw new IllegalArgumentException("winnow.spool.max-bytes must be 1000000 or more, is " + maxBytes);
        }
    }

    /** Reads environment variables, system properties and, before them, Spring Boot's arguments. */
    static SpoolSettings read(List<String> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("winnow.spool", SpoolSettings.class);
    }

    SpoolLimits toLimits() {
        return new SpoolLimits(window, maxBytes);
    }
}
