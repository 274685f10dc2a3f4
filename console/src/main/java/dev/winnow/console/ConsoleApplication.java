package dev.winnow.console;

import dev.winnow.build.BuildInfo;
import dev.winnow.service.HistoryConfiguration;
import dev.winnow.service.QuietLoggers;
import dev.winnow.service.ServiceConfiguration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the console: alone, as a task of a fleet, or inside a program that brings its own ports. */
public final class ConsoleApplication {
    private ConsoleApplication() {}

    /** Starts the console alone, configured by environment variables, or answers {@code version}. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("version")) {
            System.out.println(BuildInfo.readBuild().describeProgram("console"));
            return;
        }
        startAlone(arguments);
    }

    static ConfigurableApplicationContext startAlone(String... arguments) {
        return builder(ServiceConfiguration.class, HistoryConfiguration.class, FleetConfiguration.class)
                .properties(QuietLoggers.toProperties(LogLevel.INFO))
                .run(arguments);
    }

    /**
     * Starts the console on these ports and returns when it serves.
     *
     * @param arguments Spring Boot's, such as {@code --server.port=0}
     */
    public static ConfigurableApplicationContext start(ConsolePorts ports, String... arguments) {
        return builder()
                .properties(QuietLoggers.toProperties(LogLevel.WARN))
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("consolePorts", ports);
                })
                .run(arguments);
    }

    private static SpringApplicationBuilder builder(Class<?>... more) {
        return new SpringApplicationBuilder(ConsoleConfiguration.class)
                .sources(more)
                .bannerMode(Banner.Mode.OFF);
    }
}
