package dev.winnow.ingest;

import dev.winnow.build.BuildInfo;
import dev.winnow.service.ProgramMetrics;
import dev.winnow.service.QuietLoggers;
import dev.winnow.service.ServiceConfiguration;
import dev.winnow.service.StoresConfiguration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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
            System.out.println(BuildInfo.readBuild().describeProgram("ingest-api"));
            return;
        }
        startAlone(arguments);
    }

    static ConfigurableApplicationContext startAlone(String... arguments) {
        return builder(ServiceConfiguration.class, FleetConfiguration.class)
                .properties(QuietLoggers.toProperties(LogLevel.INFO))
                .run(arguments);
    }

    /**
     * Starts the API on these ports and returns when it serves; closing the context stops it gracefully.
     *
     * @param arguments Spring Boot's, such as {@code --server.port=0}
     */
    public static ConfigurableApplicationContext start(IngestPorts ports, String... arguments) {
        return start(ports, ProgramMetrics.OWN, arguments);
    }

    /** The same with metrics that other programs of the process may share. */
    public static ConfigurableApplicationContext start(IngestPorts ports, ProgramMetrics metrics, String... arguments) {
        return builder(StoresConfiguration.class)
                .properties(QuietLoggers.toProperties(LogLevel.WARN))
                .properties("spring.cloud.aws.sqs.enabled=false")
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("envelopeQueue", ports.queue());
                    beans.registerSingleton("stores", ports.stores());
                    beans.registerSingleton("tenantDirectory", ports.tenants());
                    metrics.addTo(beans);
                    beans.registerSingleton("messageIds", ports.ids());
                    if (ports.webhooks() != null) {
                        beans.registerSingleton("webhookPorts", ports.webhooks());
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
