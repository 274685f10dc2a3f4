package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the shipped programs: their licence, the list of their parts, and no unused part. */
class ShippedPartsTest {
    private static final String PARTS = "META-INF/sbom/application.cdx.json";

    @Test
    void carriesLicenceAndNotice() throws IOException {
        assertThat(read("META-INF/LICENSE")).anyMatch(text -> text.contains("Apache License"));
        assertThat(read("META-INF/NOTICE")).anyMatch(text -> text.contains("libyara"));
    }

    @Test
    void listsThePartsOfEachProgram() throws IOException {
        List<JsonNode> programs = read(PARTS).stream()
                .map(text -> new JsonMapper().readTree(text))
                .filter(list -> list.path("metadata")
                        .path("component")
                        .path("group")
                        .asString("")
                        .equals("dev.winnow"))
                .toList();

        assertThat(programs)
                .extracting(list ->
                        list.path("metadata").path("component").path("name").asString())
                .contains("winnow-ingest-api", "winnow-scan-worker", "winnow-local");
        assertThat(programs).allSatisfy(list -> {
            assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(list.path("components")
                            .valueStream()
                            .map(part -> part.path("purl").asString("")))
                    .anyMatch(purl -> purl.startsWith("pkg:maven/org.springframework.boot/"))
                    .noneMatch(purl -> purl.contains("com.h2database") || purl.contains("scalikejdbc"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.h2.Driver", "scalikejdbc.DB", "org.apache.commons.dbcp2.BasicDataSource"})
    void leavesOutUnusedParts(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    private static List<String> read(String name) throws IOException {
        List<String> texts = new java.util.ArrayList<>();
        for (URL url : Collections.list(ShippedPartsTest.class.getClassLoader().getResources(name))) {
            try (InputStream in = url.openStream()) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
