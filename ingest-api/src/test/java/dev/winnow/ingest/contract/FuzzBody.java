package dev.winnow.ingest.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up JSON bodies from the schemas of {@code openapi.yaml}. One thread. */
final class FuzzBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 6;

    private final JsonNode document;
    private final Random random;

    FuzzBody(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** A body for the schema, valid in one of three cases, otherwise broken in some way. */
    byte[] make(JsonNode schema) {
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
