package dev.winnow.ingest;

import dev.winnow.build.BuildInfo;
import dev.winnow.standalone.QuietLoggers;
import dev.winnow.standalone.StandaloneConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the API: alone, as a task of a fleet, or inside a program that brings its own ports. */
public final class IngestApplication {
    private IngestApplication() {}

    /** Starts the API alone, configured by environment variables, or answers {@code version}. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("version")) {
            System.out.println(BuildInfo.read().describe("ingest-api"));
            return;
        }
        startAlone(arguments);
    }

    static ConfigurableApplicationContext startAlone(String... arguments) {
        return builder(StandaloneConfiguration.class, FleetConfiguration.class)
                .properties(QuietLoggers.toProperties(LogLevel.INFO))
                .run(arguments);
    }

    /**
     * Starts the API on these ports and returns when it serves; closing the context stops it gracefully.
     *
     * @param arguments Spring Boot's, such as {@code --server.port=0}
     */
    public static ConfigurableApplicationContext start(IngestPorts ports, String... arguments) {
        return builder()
                .properties(QuietLoggers.toProperties(LogLevel.WARN))
                .properties("spring.cloud.aws.sqs.enabled=false")
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("envelopeQueue", ports.queue());
                    context.getBeanFactory().registerSingleton("verdictStore", ports.verdicts());
                    context.getBeanFactory().registerSingleton("tenantDirectory", ports.tenants());
                    context.getBeanFactory().registerSingleton("messageIds", ports.ids());
                    context.getBeanFactory().registerSingleton("idempotencyStore", ports.requests());
                    context.getBeanFactory().registerSingleton("feedbackStore", ports.feedback());
                    if (ports.callbacks() != null) {
                        context.getBeanFactory().registerSingleton("callbackPorts", ports.callbacks());
                    }
                })
                .run(arguments);
    }

    private static SpringApplicationBuilder builder(Class<?>... more) {
        return new SpringApplicationBuilder(IngestConfiguration.class)
                .sources(more)
                .properties("logging.level.org.springframework.web.servlet.PageNotFound=off")
                .bannerMode(Banner.Mode.OFF);
    }
}
