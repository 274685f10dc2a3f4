package dev.winnow.worker;

import dev.winnow.build.BuildInfo;
import dev.winnow.service.HistoryConfiguration;
import dev.winnow.service.PrivatePortConfiguration;
import dev.winnow.service.ProgramMetrics;
import dev.winnow.service.QuietLoggers;
import dev.winnow.service.ServiceConfiguration;
import dev.winnow.service.StoresConfiguration;
import dev.winnow.yara.RuleSet;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the worker: alone, as a task of a fleet, or inside a program that brings its own ports. */
public final class WorkerApplication {
    private WorkerApplication() {}

    /** Starts the worker alone, configured by environment variables, or answers {@code version}. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("version")) {
            System.out.println(
                    BuildInfo.readBuild().describeProgram("scan-worker") + "\nengine " + RuleSet.ENGINE_VERSION);
            return;
        }
        startAlone(arguments);
    }

    static ConfigurableApplicationContext startAlone(String... arguments) {
        // Every thread that waits for work is a daemon or virtual: nothing else would keep the process alive.
        return builder(NoticesConfiguration.class, PublishedRulesConfiguration.class, FleetConfiguration.class)
                .sources(ServiceConfiguration.class, HistoryConfiguration.class, PrivatePortConfiguration.class)
                .properties("spring.main.keep-alive=true")
                .properties(QuietLoggers.toProperties(LogLevel.INFO))
                .run(arguments);
    }

    /**
     * Starts the worker on these ports and returns when it receives; closing the context stops it gracefully.
     *
     * @param arguments Spring Boot's, such as {@code --winnow.worker.scan-threads=1}
     */
    public static ConfigurableApplicationContext start(WorkerPorts ports, String... arguments) {
        return start(ports, ProgramMetrics.OWN, arguments);
    }

    /** The same with metrics that other programs of the process may share. */
    public static ConfigurableApplicationContext start(WorkerPorts ports, ProgramMetrics metrics, String... arguments) {
        SpringApplicationBuilder builder = builder(StoresConfiguration.class);
        if (ports.notices() != null) {
            builder.sources(NoticesConfiguration.class);
        }
        return builder.properties(QuietLoggers.toProperties(LogLevel.WARN))
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("envelopeQueue", ports.queue());
                    beans.registerSingleton("stores", ports.stores());
                    metrics.addTo(beans);
                    beans.registerSingleton("tenantDirectory", ports.tenants());
                    beans.registerSingleton("messageHistory", ports.history());
                    if (ports.notices() != null) {
                        beans.registerSingleton("webhookQueue", ports.notices());
                    }
                })
                .run(arguments);
    }

    private static SpringApplicationBuilder builder(Class<?>... more) {
        return new SpringApplicationBuilder(WorkerConfiguration.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF);
    }
}
