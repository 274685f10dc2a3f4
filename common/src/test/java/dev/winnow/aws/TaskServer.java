package dev.winnow.aws;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of ECS's protocol (JSON 1.1) that runs one-off tasks; a task is a function in this JVM. Requests to other services are passed on to another
 * AWS, so that programs need one endpoint.
 */
public final class TaskServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI others;
    private final ToIntFunction<List<String>> program;
    private final HttpServer server;
    private final Map<String, ObjectNode> tasks = new ConcurrentHashMap<>();
    private final List<JsonNode> started = new CopyOnWriteArrayList<>();

    /**
     * Serves on a free port.
     *
     * @param others the AWS for all other services
     * @param program runs a command and returns its exit code; -1 stands for a container that did not start
     */
    public TaskServer(URI others, ToIntFunction<List<String>> program) {
        this.others = others;
        this.program = program;
        this.server = Http.serve(0, this::handle);
    }

    public URI endpoint() {
        return Http.uri(server);
    }

    /** The bodies of the requests that started tasks. */
    public List<JsonNode> started() {
        return List.copyOf(started);
    }

    private Reply handle(Request request) throws IOException {
        if (!request.header("Authorization").contains("/ecs/aws4_request")) {
            return Http.forward(others, request);
        }
        JsonNode input = JSON.readTree(request.body());
        return switch (request.operation()) {
            case "RunTask" -> run(input);
            case "DescribeTasks" -> describe(input.path("tasks").path(0).asString());
            case "StopTask" -> stop(input.path("task").asString());
            default -> Reply.json(400, "{\"__type\":\"InvalidParameterException\"}");
        };
    }

    private Reply run(JsonNode input) {
        if (!input.path("cluster").asString("").equals("winnow")) {
            return Reply.json(400, "{\"__type\":\"ClusterNotFoundException\",\"message\":\"Cluster not found.\"}");
        }
        if (input.path("taskDefinition").asString("").equals("full")) {
            return Reply.json(
                    200, "{\"tasks\":[],\"failures\":[{\"reason\":\"Capacity is unavailable at this time.\"}]}");
        }
        started.add(input);
        String arn = "arn:aws:ecs:us-east-1:000000000000:task/winnow/" + UUID.randomUUID();
        JsonNode override = input.at("/overrides/containerOverrides/0");
        tasks.put(arn, task(arn, override.path("name").asString(""), "RUNNING"));
        List<String> command = new ArrayList<>();
        override.path("command").forEach(argument -> command.add(argument.asString()));
        Thread.ofVirtual().start(() -> end(arn, program.applyAsInt(command)));
        return answer(arn);
    }

    private void end(String arn, int code) {
        ObjectNode task = Objects.requireNonNull(tasks.get(arn)).deepCopy().put("lastStatus", "STOPPED");
        if (code < 0) {
            task.put("stoppedReason", "Essential container in task exited");
            ((ObjectNode) task.at("/containers/0")).put("reason", "CannotPullContainerError: not found");
        } else {
            ((ObjectNode) task.at("/containers/0")).put("exitCode", code);
        }
        tasks.put(arn, task);
    }

    private Reply describe(String arn) {
        return tasks.containsKey(arn)
                ? answer(arn)
                : Reply.json(200, "{\"tasks\":[],\"failures\":[{\"arn\":\"" + arn + "\",\"reason\":\"MISSING\"}]}");
    }

    private Reply stop(String arn) {
        tasks.put(arn, task(arn, "stopped", "STOPPED"));
        return Reply.json(
                200, JSON.createObjectNode().set("task", tasks.get(arn)).toString());
    }

    private static ObjectNode task(String arn, String container, String status) {
        ObjectNode task = JSON.createObjectNode().put("taskArn", arn).put("lastStatus", status);
        task.putArray("containers").addObject().put("name", container).put("lastStatus", status);
        return task;
    }

    private Reply answer(String arn) {
        ObjectNode reply = JSON.createObjectNode();
        reply.putArray("tasks").add(tasks.get(arn));
        reply.putArray("failures");
        return Reply.json(200, reply.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
