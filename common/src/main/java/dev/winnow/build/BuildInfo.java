package dev.winnow.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The version and the commit of this build, as Maven recorded them. Immutable; any thread.
 *
 * @param version the version of the project
 * @param commit the abbreviated commit, or {@value #UNKNOWN} for a build outside a git working tree
 * @param date the date of the commit, so that equal sources give equal jars; the date of the version for a build without a commit
 */
public record BuildInfo(String version, String commit, String date) {
    public static final String UNKNOWN = "unknown";

    private static final String RESOURCE = "build.properties";

    /** Reads the build's properties from the jar. */
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

    /** Describes a program in four lines: its name and version such as {@code winnow ingest-api 0.1.0}, commit, date and Java version. */
    public String describeProgram(String program) {
        return """
                winnow %s %s
                commit %s
                built  %s
                java   %s""".formatted(program, version, commit, date, Runtime.version());
    }

    /** Replaces a placeholder, which Maven leaves as it is outside a git working tree. */
    private static String resolvePlaceholder(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() || value.startsWith("$") ? otherwise : value;
    }
}
