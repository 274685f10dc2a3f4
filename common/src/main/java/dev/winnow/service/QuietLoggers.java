package dev.winnow.service;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogLevel;

/**
 * The loggers of libraries that write message texts, API keys or secrets below the level INFO: bytes on the wire, headers, bodies, values of
 * settings. They stay at INFO when the root logger is set to DEBUG; only a level for the logger's own name changes that.
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
     * Makes default properties of Spring Boot with the levels of these loggers.
     *
     * @param level the default level of the root logger, so that these loggers never write more than others
     */
    public static Map<String, Object> toProperties(LogLevel level) {
        return NAMES.stream().collect(Collectors.toMap(name -> "logging.level." + name, _ -> level.name()));
    }

    /** Whether a logger is in the list, so that its original level is {@link LogLevel#INFO} and not the level of its parent. */
    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
