package dev.winnow.sender;

import dev.winnow.build.BuildInfo;
import dev.winnow.service.PrivatePortConfiguration;
import dev.winnow.service.ProgramMetrics;
import dev.winnow.service.QuietLoggers;
import dev.winnow.service.ServiceConfiguration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the callback sender, as a program of its own or inside a program that brings its own ports. */
public final class SenderApplication {
    private SenderApplication() {}

    /** Starts the sender alone, configured by environment variables, or answers {@code version}. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("version")) {
            System.out.println(BuildInfo.readBuild().describeProgram("callback-sender"));
            return;
        }
        startAlone(arguments);
    }

    static ConfigurableApplicationContext startAlone(String... arguments) {
        // Every thread that waits for work is a daemon or virtual, and would not keep the process alive.
        return builder(FleetConfiguration.class, ServiceConfiguration.class, PrivatePortConfiguration.class)
                .properties("spring.main.keep-alive=true")
                .properties(QuietLoggers.toProperties(LogLevel.INFO))
                .run(arguments);
    }

    /**
     * Starts the sender on these ports and returns when it receives; closing the context stops it gracefully.
     *
     * @param arguments arguments of Spring Boot, such as {@code --winnow.callbacks.notices=10}
     */
    public static ConfigurableApplicationContext start(SenderPorts ports, String... arguments) {
        return start(ports, ProgramMetrics.OWN, arguments);
    }

    /** The same with metrics that other programs of the process may share. */
    public static ConfigurableApplicationContext start(SenderPorts ports, ProgramMetrics metrics, String... arguments) {
        return builder()
                .properties(QuietLoggers.toProperties(LogLevel.WARN))
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("webhookQueue", ports.notices());
                    beans.registerSingleton("webhookPorts", ports.webhooks());
                    metrics.addTo(beans);
                    beans.registerSingleton("messageIds", ports.ids());
                    beans.registerSingleton("pulseLog", ports.pulses());
                })
                .run(arguments);
    }

    private static SpringApplicationBuilder builder(Class<?>... more) {
        return new SpringApplicationBuilder(SenderConfiguration.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF);
    }
}
