package dev.winnow.worker;

import dev.winnow.build.BuildInfo;
import dev.winnow.standalone.QuietLoggers;
import dev.winnow.standalone.StandaloneConfiguration;
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

    /** Starts the worker alone in the role that {@code WINNOW_ROLE} names, configured by environment variables, or answers {@code version}. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("version")) {
            System.out.println(BuildInfo.read().describe("scan-worker") + "\nengine " + RuleSet.ENGINE_VERSION);
            return;
        }
        startAlone(arguments);
    }

    static ConfigurableApplicationContext startAlone(String... arguments) {
        return startAlone(Role.of(System.getenv("WINNOW_ROLE")), arguments);
    }

    static ConfigurableApplicationContext startAlone(Role role, String... arguments) {
        SpringApplicationBuilder builder = switch (role) {
            case SCAN ->
                builder(
                        WorkerConfiguration.class,
                        NoticesConfiguration.class,
                        PublishedRulesConfiguration.class,
                        FleetConfiguration.class);
            case CALLBACKS -> builder(SenderConfiguration.class, SenderFleetConfiguration.class);
        };
        // Every thread that waits for work is a daemon or virtual: nothing else would keep the process alive.
        return builder.sources(StandaloneConfiguration.class, PrivatePortConfiguration.class)
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
        WorkerPorts.Callbacks callbacks = ports.callbacks();
        SpringApplicationBuilder builder = callbacks == null
                ? builder(WorkerConfiguration.class)
                : builder(WorkerConfiguration.class, NoticesConfiguration.class, SenderConfiguration.class);
        return builder.properties(QuietLoggers.toProperties(LogLevel.WARN))
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("envelopeQueue", ports.queue());
                    beans.registerSingleton("verdictStore", ports.verdicts());
                    beans.registerSingleton("slotMarks", ports.marks());
                    beans.registerSingleton("tenantDirectory", ports.tenants());
                    if (callbacks != null) {
                        beans.registerSingleton(
                                "endpointStore", callbacks.stores().endpoints());
                        beans.registerSingleton("callbackPorts", callbacks.stores());
                        beans.registerSingleton("callbackQueue", callbacks.queue());
                        beans.registerSingleton("messageIds", callbacks.ids());
                    }
                })
                .run(arguments);
    }

    private static SpringApplicationBuilder builder(Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF);
    }
}
