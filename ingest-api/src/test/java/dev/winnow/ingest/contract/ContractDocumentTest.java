package dev.winnow.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forms that some of the tools which read OpenAPI documents stumble over. */
class ContractDocumentTest {
    private static final Set<String> ALWAYS = Set.of("400", "414", "417", "431", "501", "503", "505");

    private final JsonNode document = Contract.read().document();

    @Test
    void givesEveryEnumerationATypeAndHasNoConstant() {
        assertThat(wrong("", document, (_, node) -> node.has("const") || (node.has("enum") && !node.has("type"))))
                .isEmpty();
        assertThat(wrong(
                        "",
                        document,
                        (_, node) -> node.path("enum").valueStream().anyMatch(JsonNode::isNull)
                                && node.path("type")
                                        .valueStream()
                                        .noneMatch(type -> type.asString().equals("null"))))
                .isEmpty();
    }

    /** Generators of clients make a type of the alternatives and lose the members beside them. */
    @Test
    void hasNoAlternativesBesideMembers() {
        assertThat(wrong("", document, (_, node) -> node.has("properties") && (node.has("oneOf") || node.has("anyOf"))))
                .isEmpty();
    }

    /** Generators of clients name a type by its schema, and call the elements of a list Inner without one. */
    @Test
    void namesTheTypeOfEveryElement() {
        assertThat(wrong("", document, (name, node) -> name.endsWith("/items") && node.has("properties")))
                .isEmpty();
    }

    @Test
    void beginsNoPatternWithASlash() {
        assertThat(wrong(
                        "",
                        document,
                        (_, node) -> node.path("pattern").asString("").matches("\\^?/.*")))
                .isEmpty();
    }

    @Test
    void pointsOnlyAtWhatIsThere() {
        assertThat(wrong(
                        "",
                        document,
                        (_, node) -> node.path("$ref").isString()
                                && document.at(node.path("$ref").asString().substring(1))
                                        .isMissingNode()))
                .isEmpty();
    }

    @Test
    void namesForEveryOperationWhatIsAnsweredBeforeARouteIsFound() {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!operation.getKey().equals("parameters")) {
                    assertThat(operation.getValue().path("responses").propertyNames())
                            .as(operation.getKey() + " " + path.getKey())
                            .containsAll(ALWAYS);
                }
            }
        }
    }

    private interface Fault {
        boolean isIn(String name, JsonNode node);
    }

    /** The places of all objects with this fault. */
    private static List<String> wrong(String name, JsonNode node, Fault fault) {
        List<String> all = new ArrayList<>();
        if (node.isObject() && fault.isIn(name, node)) {
            all.add(name);
        }
        if (node.isObject()) {
            node.properties().forEach(each -> all.addAll(wrong(name + "/" + each.getKey(), each.getValue(), fault)));
        } else {
            node.forEach(each -> all.addAll(wrong(name + "/", each, fault)));
        }
        return all;
    }
}
