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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
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

            Every setting is an environment variable. A setting that is not given has its default. `make docs` writes this page from the programs.

            ## Programs

            These settings are for the programs of a fleet and for `winnow run`. In a fleet, ports are settings of Spring Boot: `SERVER_PORT` is the API's
            port, default 8080, and `MANAGEMENT_SERVER_PORT` is its private port for metrics and health on the loopback address, default 8085.

            | environment variable | default | meaning |
            | --- | --- | --- |
            """;

    private static final String COMMANDS = """

            ## Command line

            These settings are for the command `winnow`, which has an option for each; `winnow COMMAND --help` says which command takes it. The programs'
            settings above that a command needs, such as `WINNOW_DATA`, count for it too. The package's `winnow` also reads `WINNOW_HEAP`, the most
            memory for Java objects, default `512m`.

            | environment variable | default | option | meaning |
            | --- | --- | --- | --- |
            """;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z_]+)(?::-(.*))?}");

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
        Map<String, String> settings = settings();
        settings.values().forEach(page::append);
        page.append(COMMANDS);
        Map<String, String> options = new TreeMap<>();
        addOptions(Winnow.commandLine().setInterpolateVariables(false), options);
        settings.keySet().forEach(name -> options.remove(environmentVariable(name)));
        options.values().forEach(page::append);
        return page.toString();
    }

    private static void addOptions(CommandLine command, Map<String, String> lines) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            Matcher variable = VARIABLE.matcher(String.valueOf(option.defaultValue()));
            if (variable.matches()) {
                String standard = variable.group(2) == null ? "" : "`" + variable.group(2) + "`";
                String meaning = String.join(" ", option.description()).replaceAll("\\s*\\([A-Z_]+;? ?[^)]*\\)", "");
                lines.put(
                        variable.group(1),
                        "| `%s` | %s | `%s` | %s |\n"
                                .formatted(variable.group(1), standard, option.longestName(), meaning));
            }
        }
        command.getSubcommands().values().forEach(each -> addOptions(each, lines));
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
