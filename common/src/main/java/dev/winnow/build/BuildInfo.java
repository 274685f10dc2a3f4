package dev.winnow.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What this was built from, as Maven wrote it down. Immutable; any thread.
 *
 * @param version the project's version
 * @param commit the abbreviated commit, or {@value #UNKNOWN} when it was built outside a git working tree
 * @param date when that commit was made, so that the same sources give the same jar; else the version's date
 */
public record BuildInfo(String version, String commit, String date) {
    public static final String UNKNOWN = "unknown";

    private static final String RESOURCE = "build.properties";

    /** Reads what the build wrote. */
    public static BuildInfo readBuild() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar; build it with Maven");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " from the jar", e);
        }
        return new BuildInfo(
                properties.getProperty("version", UNKNOWN),
                resolvePlaceholder(properties.getProperty("commit"), UNKNOWN),
                resolvePlaceholder(
                        properties.getProperty("commit-date"), properties.getProperty("version-date", UNKNOWN)));
    }

    /** One line a fact, for example {@code winnow ingest-api 0.1.0}, commit, date and the Java that runs it. */
    public String describeProgram(String program) {
        return """
                winnow %s %s
                commit %s
                built  %s
                java   %s""".formatted(program, version, commit, date, Runtime.version());
    }

    /** Outside a git working tree Maven leaves the placeholder as it is. */
    private static String resolvePlaceholder(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() || value.startsWith("$") ? otherwise : value;
    }
}
