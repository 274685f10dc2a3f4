package dev.winnow.service;

import dev.winnow.aws.ParameterWatch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Changes log levels while the application runs, by a parameter: {@code package=level}, separated by commas; {@code none} restores all levels.
 * One thread at a time.
 */
final class LogLevels implements WatchedParameters {
    static final String NONE = "none";

    private final LoggingSystem logging;
    private final String parameter;
    private Map<String, LogLevel> inForce = Map.of();

    LogLevels(LoggingSystem logging, String parameter) {
        this.logging = logging;
        this.parameter = parameter;
    }

    @Override
    public void addTo(ParameterWatch watch) {
        watch.onChange(parameter, NONE, this::setLevels);
    }

    /**
     * Sets the given levels and restores all others.
     *
     * @throws IllegalArgumentException if the text is not of that form; no level has then changed
     */
    void setLevels(String value) {
        Map<String, LogLevel> wanted = parseLevels(value);
        inForce.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> logging.setLogLevel(name, original(name)));
        wanted.forEach(logging::setLogLevel);
        inForce = wanted;
    }

    /** The original level of a logger; null makes it follow its parent again. */
    private static @Nullable LogLevel original(String name) {
        return QuietLoggers.contains(name) ? LogLevel.INFO : null;
    }

    private static Map<String, LogLevel> parseLevels(String value) {
        Map<String, LogLevel> levels = new TreeMap<>();
        if (!value.strip().equals(NONE)) {
            Arrays.stream(value.split(",", -1)).map(String::strip).forEach(entry -> {
                String[] parts = entry.split("=", 2);
                if (parts.length != 2 || parts[0].isBlank()) {
                    throw new IllegalArgumentException("log levels are package=level separated by commas, or '" + NONE
                            + "'; the entry '" + entry + "' is neither");
                }
                levels.put(parts[0].strip(), parseLevel(parts[1].strip()));
            });
        }
        return levels;
    }

    private static LogLevel parseLevel(String name) {
        try {
            return LogLevel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no log level: take one of " + Arrays.toString(LogLevel.values()), e);
        }
    }
}
