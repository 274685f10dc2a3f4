package dev.winnow.ingest.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up requests from {@code openapi.yaml}: mostly valid for an operation, with an error in one place. One thread. */
final class Fuzz {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 6;
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/mixed",
            "nonsense",
            "a/b/c",
            "*/*",
            "application/*+json",
            "application/yaml",
            "application/cbor",
            "application/xml",
            "application/vnd.spring-boot.actuator.v3+json",
            "application/problem+json");
    private static final List<String> TYPE_PIECES = List.of(
            "application",
            "/",
            "json",
            "*",
            ";",
            ",",
            " ",
            "=",
            "charset",
            "utf-8",
            "q",
            "0.5",
            "\"",
            "+",
            "text",
            "yaml",
            "\\",
            "%");
    private static final List<String> TARGET_PIECES = List.of(
            "/",
            "//",
            "v1",
            "V1",
            "messages",
            "batch",
            "apple",
            "report",
            "livez",
            "ping",
            "..",
            ".",
            ";a=b",
            "%2e",
            "%2F",
            "%20",
            "%C3%A4",
            "%FF",
            "%",
            "?",
            "*",
            ":",
            "@",
            "webhook-endpoints",
            "actuator",
            "-",
            "openapi.yaml",
            "#",
            "\\",
            "|");

    private final JsonNode document;
    private final Random random;
    private final Supplier<String> issuedId;

    Fuzz(JsonNode document, long seed, Supplier<String> issuedId) {
        this.document = document;
        this.random = new Random(seed);
        this.issuedId = issuedId;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The template with its parameters filled in. */
    String path(String template) {
        String path = template.replaceAll(
                        "\\{appToken}", pick(List.of("acme-app-token-0123456789", "x", "%20", "a%3Bb")))
                .replaceAll(
                        "\\{id}",
                        chance(70)
                                ? issuedId.get()
                                : pick(List.of("abc", "%00", "%F0%9F%98%80", "A".repeat(32), "-".repeat(900))));
        if (chance(30)) {
            path += "?"
                    + pick(List.of(
                            "ids=a,b",
                            "ids=",
                            "ids=" + issuedId.get(),
                            "wait=0",
                            "wait=-1",
                            "wait=x",
                            "wait=0&wait=0",
                            "%00=%FF",
                            "=&&="));
        }
        return path;
    }

    /** The operation's own method most of the time. */
    String method(List<String> documented) {
        return chance(80)
                ? pick(documented).toUpperCase(java.util.Locale.ROOT)
                : pick(List.of(
                        "GET",
                        "HEAD",
                        "POST",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "OPTIONS",
                        "BREW",
                        "PROPFIND",
                        "get",
                        "M-SEARCH"));
    }

    /** The right value most of the time; otherwise another known value or an invented one. */
    String mediaType() {
        if (chance(75)) {
            return "application/json";
        }
        return chance(60) ? pick(MEDIA_TYPES) : pieces(TYPE_PIECES, 7).strip();
    }

    /** A request target that is mostly not listed. */
    String target() {
        return switch (random.nextInt(8)) {
            case 0 -> "*";
            case 1 -> "http://localhost/ping";
            case 2 -> "localhost:80";
            default -> "/" + pieces(TARGET_PIECES, 6);
        };
    }

    /** A token that is a method, or could be one. */
    String anyMethod() {
        return chance(20)
                ? pieces(List.of("GET", "post", "X", "-", "!", "OPTIONS", "~"), 3) + "M"
                : pick(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"));
    }

    private String pieces(List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(pick(pieces));
        }
        return text.toString();
    }

    String headerValue() {
        return switch (random.nextInt(5)) {
            case 0 -> "wait=0";
            case 1 -> "\"" + Long.toHexString(random.nextLong()) + "\"";
            case 2 -> "x".repeat(random.nextInt(400));
            case 3 -> ",;=\"\\";
            default -> "respond-async, wait=0";
        };
    }

    /** A body for the schema, valid in one of three cases, otherwise broken in some way. */
    byte[] body(JsonNode schema) {
        JsonNode value = value(schema, 0, random.nextInt(3));
        byte[] json = JsonMapper.shared().writeValueAsBytes(value);
        return switch (random.nextInt(12)) {
            case 0 -> java.util.Arrays.copyOf(json, random.nextInt(json.length + 1));
            case 1 -> damaged(json);
            case 2 -> brokenUtf8(json);
            case 3 -> "[".repeat(1 + random.nextInt(5_000)).getBytes(StandardCharsets.US_ASCII);
            case 4 -> ("{\"text\":" + "{\"a\":".repeat(1 + random.nextInt(2_000))).getBytes(StandardCharsets.US_ASCII);
            case 5 -> new byte[random.nextInt(40_000)];
            default -> json;
        };
    }

    private byte[] damaged(byte[] json) {
        byte[] copy = json.clone();
        for (int i = 0; i < 3 && copy.length > 0; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] brokenUtf8(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : json) {
            out.write(b);
            if (b == ':') {
                out.writeBytes(new byte[] {'"', (byte) 0xc3, (byte) 0x28, (byte) 0xff, '"'});
            }
        }
        return out.toByteArray();
    }

    /** Wrong with this chance in ten at every level. */
    private JsonNode value(JsonNode schemaOrReference, int depth, int wrong) {
        JsonNode schema = resolve(schemaOrReference);
        if (random.nextInt(10) < wrong || depth > MAX_DEPTH) {
            return anything(depth);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return value(
                        schema.get(choice).get(random.nextInt(schema.get(choice).size())), depth, wrong);
            }
        }
        if (schema.has("allOf")) {
            ObjectNode all = NODES.objectNode();
            schema.get("allOf").forEach(part -> {
                if (value(part, depth, 0) instanceof ObjectNode object) {
                    all.setAll(object);
                }
            });
            return all;
        }
        JsonNode type = schema.path("type");
        return typed(
                type.isArray() ? type.get(random.nextInt(type.size())).asString() : type.asString(""),
                schema,
                depth,
                wrong);
    }

    private JsonNode typed(String type, JsonNode schema, int depth, int wrong) {
        return switch (type) {
            case "object" -> object(schema, depth, wrong);
            case "array" -> array(schema, depth, wrong);
            case "string" -> NODES.stringNode(string(schema));
            case "integer", "number" -> NODES.numberNode(random.nextInt());
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> anything(depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth, int wrong) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").properties().forEach(each -> {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asString().equals(each.getKey()));
            if (required ? !(random.nextInt(20) < wrong) : random.nextBoolean()) {
                object.set(each.getKey(), value(each.getValue(), depth + 1, wrong));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth, int wrong) {
        ArrayNode array = NODES.arrayNode();
        int size = random.nextInt(100) < wrong ? 501 : 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), depth + 1, wrong));
        }
        return array;
    }

    private String string(JsonNode schema) {
        return switch (random.nextInt(schema.has("pattern") || schema.has("format") ? 3 : 6)) {
            case 0 -> "DE";
            case 1 -> "2026-11-24T16:00:00Z";
            case 2 -> "plain-" + random.nextInt();
            case 3 -> "\u0000\u202e\uffff 😀 \ud83d";
            case 4 -> "ä".repeat(random.nextInt(6_000));
            default -> "Your parcel " + random.nextInt() + " is waiting";
        };
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(new java.math.BigDecimal("1e" + (random.nextInt(2_000) - 1_000)));
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.stringNode("");
            case 5 -> NODES.arrayNode();
            case 6 -> depth > MAX_DEPTH ? NODES.nullNode() : NODES.arrayNode().add(anything(depth + 1));
            default -> NODES.objectNode().put("a", 1);
        };
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isString()
                ? resolve(document.at(reference.stringValue().substring(1)))
                : schema;
    }
}
