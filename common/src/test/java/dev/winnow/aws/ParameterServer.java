package dev.winnow.aws;

import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of Parameter Store's protocol (JSON 1.1) that we use, paging included. */
final class ParameterServer {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 10;

    private record Parameter(String value, String type, int version, String description, double modified) {}

    private final Map<String, Parameter> parameters = new TreeMap<>();
    private final Map<String, List<Parameter>> past = new TreeMap<>();

    synchronized Reply handle(Request request) {
        JsonNode input = JSON.readTree(request.body());
        return switch (request.operation()) {
            case "PutParameter" -> put(input);
            case "GetParameter" -> get(input.path("Name").asString());
            case "GetParameters" -> getAll(names(input));
            case "GetParametersByPath" -> getByPath(input);
            case "GetParameterHistory" -> history(input.path("Name").asString());
            case "DeleteParameter" -> {
                parameters.remove(input.path("Name").asString());
                yield Reply.json(200, "{}");
            }
            default -> error("UnknownOperationException");
        };
    }

    private Reply put(JsonNode input) {
        String name = input.path("Name").asString();
        Parameter old = parameters.get(name);
        if (old != null && !input.path("Overwrite").asBoolean(false)) {
            return error("ParameterAlreadyExists");
        }
        int version = old == null ? 1 : old.version() + 1;
        String type = input.path("Type").asString(old == null ? "String" : old.type());
        Parameter next = new Parameter(
                input.path("Value").asString(),
                type,
                version,
                input.path("Description").asString(""),
                System.currentTimeMillis() / 1_000.0);
        parameters.put(name, next);
        past.computeIfAbsent(name, _ -> new ArrayList<>()).add(next);
        return Reply.json(200, "{\"Version\":" + version + "}");
    }

    private Reply get(String name) {
        if (!parameters.containsKey(name)) {
            return error("ParameterNotFound");
        }
        ObjectNode reply = JSON.createObjectNode();
        reply.set("Parameter", json(name));
        return Reply.json(200, reply.toString());
    }

    private Reply history(String name) {
        List<Parameter> versions = past.get(name);
        if (versions == null) {
            return error("ParameterNotFound");
        }
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode all = reply.putArray("Parameters");
        versions.forEach(parameter -> all.addObject()
                .put("Name", name)
                .put("Value", parameter.value())
                .put("Type", parameter.type())
                .put("Version", parameter.version())
                .put("Description", parameter.description())
                .put("LastModifiedDate", parameter.modified())
                .put("LastModifiedUser", "arn:aws:iam::000000000000:user/tester"));
        return Reply.json(200, reply.toString());
    }

    private Reply getAll(List<String> names) {
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode found = reply.putArray("Parameters");
        ArrayNode invalid = reply.putArray("InvalidParameters");
        for (String name : names) {
            if (parameters.containsKey(name)) {
                found.add(json(name));
            } else {
                invalid.add(name);
            }
        }
        return Reply.json(200, reply.toString());
    }

    private Reply getByPath(JsonNode input) {
        String path = input.path("Path").asString();
        String prefix = path.endsWith("/") ? path : path + "/";
        int from = Integer.parseInt(input.path("NextToken").asString("0"));
        List<String> names = parameters.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode found = reply.putArray("Parameters");
        names.stream().skip(from).limit(PAGE).forEach(name -> found.add(json(name)));
        if (from + PAGE < names.size()) {
            reply.put("NextToken", Integer.toString(from + PAGE));
        }
        return Reply.json(200, reply.toString());
    }

    private ObjectNode json(String name) {
        Parameter parameter = parameters.get(name);
        ObjectNode json = JSON.createObjectNode().put("Name", name);
        if (parameter != null) {
            json.put("Value", parameter.value()).put("Type", parameter.type()).put("Version", parameter.version());
        }
        return json;
    }

    private static List<String> names(JsonNode input) {
        return input.path("Names").valueStream().map(JsonNode::asString).toList();
    }

    private static Reply error(String type) {
        return Reply.json(400, "{\"__type\":\"" + type + "\"}");
    }
}
