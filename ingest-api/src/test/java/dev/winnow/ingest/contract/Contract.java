package dev.winnow.ingest.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code openapi.yaml} as a judge: an answer that it does not describe, in status, headers or body, is an error. Any thread. */
public final class Contract {
    private static final String ROOT = "urn:winnow:openapi";

    /** The headers that every answer may carry, as the document's description says. */
    private static final Set<String> COMMON = Set.of(
            "connection",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "transfer-encoding",
            "x-request-id",
            "cache-control",
            "x-content-type-options",
            "content-security-policy",
            "strict-transport-security");

    /** The statuses that are decided before a route is found. */
    private static final Set<Integer> BEFORE_ROUTING =
            Set.of(400, 401, 403, 404, 405, 408, 413, 414, 415, 417, 431, 501, 503, 505);

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private Contract(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ROOT, document.toString())));
    }

    /** Reads the document that the server serves. */
    public static Contract read() {
        try (InputStream in = Contract.class.getResourceAsStream("/dev/winnow/ingest/openapi.yaml")) {
            return new Contract(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** Every operation and status that was seen so far, for example {@code get /ping 200}. */
    public Set<String> seen() {
        return new TreeSet<>(seen);
    }

    /**
     * Judges an answer.
     *
     * @throws AssertionError if the document does not describe it
     */
    public void check(String method, String rawPath, int status, HttpHeaders headers, byte[] body) {
        String path = rawPath.replaceAll("\\?.*", "");
        String where = method + " " + path + " -> " + status;
        Optional<String> template = template(path);
        String verb = verb(method);
        if (method.equals("OPTIONS") && status == 200) {
            require(headers.firstValue("Allow").isPresent(), where, "OPTIONS without Allow");
            return;
        }
        String pointer =
                template.map(found -> "/paths/" + escape(found) + "/" + verb).orElse("");
        if (template.isEmpty() || document.at(pointer).isMissingNode()) {
            require(BEFORE_ROUTING.contains(status), where, "no such operation, and no answer of that");
            checkProblem(where, status, headers, method, body);
            return;
        }
        String response = pointer + "/responses/" + status;
        require(!document.at(response).isMissingNode(), where, "the status is not documented");
        seen.add(verb + " " + template.get() + " " + status);
        response = resolve(response);
        checkHeaders(where, response, headers);
        checkBody(where, response, headers, method, body);
    }

    /** The operation's name; methods are case-sensitive, so that {@code get} is none. */
    private static String verb(String method) {
        if (method.equals("HEAD")) {
            return "get";
        }
        String verb = method.toLowerCase(Locale.ROOT);
        return verb.equals(method) ? "unknown" : verb;
    }

    private void checkProblem(String where, int status, HttpHeaders headers, String method, byte[] body) {
        require(status != 405 || headers.firstValue("Allow").isPresent(), where, "405 without Allow");
        require("application/problem+json".equals(type(headers)), where, "not a problem document");
        if (!method.equals("HEAD")) {
            validate(where, "/components/schemas/Problem", JsonMapper.shared().readTree(body));
        }
    }

    private void checkHeaders(String where, String response, HttpHeaders headers) {
        JsonNode declared = document.at(response + "/headers");
        for (Map.Entry<String, JsonNode> each : declared.properties()) {
            String header = resolve(response + "/headers/" + escape(each.getKey()));
            Optional<String> value = headers.firstValue(each.getKey());
            boolean required = document.at(header + "/required").asBoolean(false);
            require(value.isPresent() || !required, where, "the header " + each.getKey() + " is missing");
            value.ifPresent(text -> {
                boolean isNumber =
                        document.at(header + "/schema/type").asString("").equals("integer");
                validate(
                        where,
                        header + "/schema",
                        isNumber ? JsonMapper.shared().readTree(text) : StringNode.valueOf(text));
            });
        }
        for (String name : headers.map().keySet()) {
            boolean isKnown = COMMON.contains(name.toLowerCase(Locale.ROOT))
                    || declared.propertyNames().stream().anyMatch(name::equalsIgnoreCase);
            require(isKnown, where, "the header " + name + " is not documented");
        }
    }

    private void checkBody(String where, String response, HttpHeaders headers, String method, byte[] body) {
        JsonNode content = document.at(response + "/content");
        if (content.isMissingNode()) {
            require(body.length == 0, where, "a body, where none is documented");
            return;
        }
        String type = type(headers);
        require(content.has(type), where, "the content type '" + type + "' is not documented");
        if (!method.equals("HEAD")) {
            JsonNode value = type.endsWith("json")
                    ? JsonMapper.shared().readTree(body)
                    : StringNode.valueOf(new String(body, StandardCharsets.UTF_8));
            validate(where, response + "/content/" + escape(type) + "/schema", value);
        }
    }

    private void validate(String where, String pointer, JsonNode value) {
        Schema schema =
                schemas.computeIfAbsent(resolve(pointer), at -> registry.getSchema(SchemaLocation.of(ROOT + "#" + at)));
        List<Error> errors = schema.validate(value);
        require(errors.isEmpty(), where, errors + " in " + value);
    }

    private Optional<String> template(String path) {
        Set<String> templates = Set.copyOf(document.path("paths").propertyNames());
        if (path.equalsIgnoreCase("/ping")) {
            return Optional.of("/ping");
        }
        return templates.contains(path)
                ? Optional.of(path)
                : templates.stream()
                        .filter(template ->
                                template.contains("{") && path.matches(template.replaceAll("\\{[^}]*}", "[^/]+")))
                        .findFirst();
    }

    private String resolve(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isString() ? resolve(reference.stringValue().substring(1)) : pointer;
    }

    private static String type(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static void require(boolean fact, String where, String complaint) {
        if (!fact) {
            throw new AssertionError("openapi.yaml and the server disagree on " + where + ": " + complaint);
        }
    }
}
