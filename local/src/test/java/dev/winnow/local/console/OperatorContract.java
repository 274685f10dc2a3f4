package dev.winnow.local.console;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code openapi-operator.yaml} as a judge: an answer that it does not describe is an error. One thread. */
final class OperatorContract {
    private static final String ROOT = "urn:winnow:openapi-operator";

    /** The statuses that are decided before a route is found. */
    private static final Set<Integer> BEFORE_ROUTING = Set.of(400, 401, 404, 405, 406, 413, 415);

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Set<String> seen = new TreeSet<>();

    private OperatorContract(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ROOT, document.toString())));
    }

    static OperatorContract read() {
        try (InputStream in = OperatorContract.class.getResourceAsStream("/dev/winnow/console/openapi-operator.yaml")) {
            return new OperatorContract(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An operation of the document. */
    record Operation(String method, String path, JsonNode node) {
        /** Whether its summary names this role as the least one. */
        boolean needs(String role) {
            return node.path("summary").asString("").contains("(" + role + ")");
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> operations.add(new Operation(
                                verb.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), verb.getValue()))));
        return operations;
    }

    /** Every operation and status that was seen, such as {@code GET /ops/v1/now 200}. */
    Set<String> seen() {
        return seen;
    }

    /** @throws AssertionError if the document does not describe the answer */
    void check(String method, String rawPath, HttpResponse<String> answer) {
        String path = rawPath.replaceAll("\\?.*", "");
        String where = method + " " + path + " -> " + answer.statusCode() + " " + answer.body();
        Optional<Operation> operation = find(method, path);
        if (operation.isEmpty()) {
            if (!method.equals("OPTIONS")) {
                require(BEFORE_ROUTING.contains(answer.statusCode()), where, "no such operation");
                checkProblem(where, answer);
            }
            return;
        }
        JsonNode response = operation.get().node().path("responses").path(String.valueOf(answer.statusCode()));
        require(!response.isMissingNode(), where, "the status is not documented");
        seen.add(method + " " + operation.get().path() + " " + answer.statusCode());
        if (response.has("$ref")) {
            checkProblem(where, answer);
        } else if (response.has("content")) {
            String schema =
                    response.at("/content/application~1json/schema/$ref").asString("");
            require(typeOf(answer).equals("application/json"), where, "not JSON");
            validate(where, schema, answer.body());
        } else {
            require(answer.body().isEmpty(), where, "a body that is not documented");
        }
    }

    private Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method)
                        && path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min((a, b) -> Boolean.compare(a.path().endsWith("}"), b.path().endsWith("}")));
    }

    private void checkProblem(String where, HttpResponse<String> answer) {
        require(typeOf(answer).equals("application/problem+json"), where, "not a problem document");
        require(
                answer.statusCode() != 405
                        || answer.headers().firstValue("Allow").isPresent(),
                where,
                "no Allow");
        validate(where, "#/components/schemas/Problem", answer.body());
    }

    private void validate(String where, String reference, String body) {
        List<Error> errors = registry.getSchema(SchemaLocation.of(ROOT + reference))
                .validate(JsonMapper.shared().readTree(body));
        require(errors.isEmpty(), where, errors.toString());
    }

    private static String typeOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    private static void require(boolean holds, String where, String what) {
        if (!holds) {
            throw new AssertionError(where + ": " + what);
        }
    }
}
