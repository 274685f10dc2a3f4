package dev.winnow.service;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogLevel;

/**
 * Loggers of libraries that write message texts, API keys or secrets below the level INFO: bytes on the wire, headers, bodies, values of
 * settings. They stay at INFO when the root logger is set to DEBUG, and only their own names can open them.
 */
public final class QuietLoggers {
    private static final List<String> NAMES = List.of(
            "com.sun.net.httpserver",
            "io.awspring.cloud",
            "io.netty",
            "jdk.httpclient",
            "jdk.internal.httpclient",
            "org.apache.catalina",
            "org.apache.coyote",
            "org.apache.coyote.http11.Http11InputBuffer",
            "org.apache.hc",
            "org.apache.hc.client5.http.headers",
            "org.apache.hc.client5.http.wire",
            "org.apache.pekko",
            "org.apache.tomcat",
            "org.elasticmq",
            "org.springframework.boot.context.properties",
            "org.springframework.core.env",
            "org.springframework.http",
            "org.springframework.validation",
            "org.springframework.web",
            "org.sqlite",
            "software.amazon.awssdk",
            "sun.net.www.protocol.http");

    private QuietLoggers() {}

    /**
     * Their levels as Spring Boot's properties, to be used as defaults.
     *
     * @param level the level of the root logger where nothing is set, so that they never say more than the others
     */
    public static Map<String, Object> toProperties(LogLevel level) {
        return NAMES.stream().collect(Collectors.toMap(name -> "logging.level." + name, _ -> level.name()));
    }

    /** Whether a logger is one of them, so that its level goes back to {@link LogLevel#INFO} and not to its parent's. */
    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
