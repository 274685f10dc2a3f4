package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds {@code docs/configuration.md} to the javadoc of the settings records; {@code make docs} sets the system property that writes it.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String HEAD = """
            # Configuration

            Every setting is an environment variable. A setting that is not given has its default. `make docs` writes this page from the settings
            records.

            Ports are settings of Spring Boot: `SERVER_PORT` is the API's port, default 8080, and `MANAGEMENT_SERVER_PORT` its private port for metrics and health
            on the loopback address, default 8085. `winnow run` has options for both: `winnow run --help`.

            | environment variable | default | meaning |
            | --- | --- | --- |
            """;

    @Test
    void writesThePageFromTheSettingsRecords() throws IOException {
        String page = page();
        if (Boolean.getBoolean("winnow.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/configuration.md is stale: run make docs")
                .isEqualTo(page);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        settings().values().forEach(page::append);
        return page.toString();
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (URL metadata :
                Collections.list(ConfigurationPageTest.class.getClassLoader().getResources(METADATA))) {
            try (InputStream in = metadata.openStream()) {
                for (JsonNode property : new JsonMapper().readTree(in).path("properties")) {
                    String name = property.path("name").asString("");
                    if (name.startsWith("winnow.")) {
                        lines.put(name, line(name, property));
                    }
                }
            }
        }
        return lines;
    }

    private static String line(String name, JsonNode property) {
        JsonNode value = property.path("defaultValue");
        String standard =
                value.isMissingNode() ? "" : "`" + (value.isString() ? value.asString() : value.toString()) + "`";
        String description =
                property.path("description").asString("").replace("|", "\\|").replaceAll("\\{@code ([^}]*)}", "`$1`");
        assertThat(description)
                .as("%s needs a @param in its settings record", name)
                .isNotBlank();
        return "| `" + environmentVariable(name) + "` | " + standard + " | " + description + " |\n";
    }

    /** Spring Boot's relaxed binding: dots become underscores, dashes go. */
    private static String environmentVariable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
