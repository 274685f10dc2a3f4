package dev.winnow.aws;

import dev.winnow.aws.FaultProxy.Fault;
import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of AWS that emulators do not have. */
final class Faults {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Faults() {}

    /** Makes DynamoDB throttle the first requests of an operation. */
    static Fault throttles(String operation, int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, server) -> request.operation().equals(operation) && left.getAndDecrement() > 0
                ? Reply.json(
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
                                + "\"message\":\"slow down\"}")
                : server.handle(request);
    }

    /** Makes the first BatchGetItem requests answer for the first few of their keys only. */
    static Fault leavesUnprocessed(int answered, int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, server) -> {
            if (!request.operation().equals("BatchGetItem") || left.getAndDecrement() <= 0) {
                return server.handle(request);
            }
            ObjectNode asked = (ObjectNode) JSON.readTree(request.body());
            ObjectNode table =
                    (ObjectNode) asked.path("RequestItems").iterator().next();
            ArrayNode keys = (ArrayNode) table.path("Keys");
            List<JsonNode> unread = new ArrayList<>();
            while (keys.size() > answered) {
                unread.add(keys.remove(keys.size() - 1));
            }
            Reply reply =
                    keys.isEmpty() ? Reply.json(200, "{\"Responses\":{}}") : server.handle(withBody(request, asked));
            table.putArray("Keys").addAll(unread);
            ObjectNode answer = (ObjectNode) JSON.readTree(reply.body());
            answer.set("UnprocessedKeys", asked.path("RequestItems"));
            return Reply.json(200, answer.toString());
        };
    }

    /** Makes the first SendMessageBatch and DeleteMessageBatch requests refuse every second entry. */
    static Fault refusesEverySecondEntry(String operation, int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, server) -> {
            if (!request.operation().equals(operation) || left.getAndDecrement() <= 0) {
                return server.handle(request);
            }
            ObjectNode asked = (ObjectNode) JSON.readTree(request.body());
            ArrayNode entries = (ArrayNode) asked.path("Entries");
            ArrayNode failed = JSON.createArrayNode();
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (i % 2 == 1) {
                    failed.addObject()
                            .put("Id", entries.remove(i).path("Id").asString())
                            .put("Code", "InternalError")
                            .put("Message", "try again")
                            .put("SenderFault", false);
                }
            }
            ObjectNode answer = (ObjectNode)
                    JSON.readTree(server.handle(withBody(request, asked)).body());
            answer.set("Failed", failed);
            return Reply.json(200, answer.toString());
        };
    }

    /** Makes SQS deliver every message twice, the second time as a copy of the first delivery with an equal receive count. */
    static Fault deliversTwice() {
        ConcurrentHashMap<String, Reply> seen = new ConcurrentHashMap<>();
        return (request, server) -> {
            if (!request.operation().equals("ReceiveMessage")) {
                return server.handle(request);
            }
            for (String key : seen.keySet()) {
                Reply again = seen.remove(key);
                if (again != null) {
                    return again;
                }
            }
            Reply reply = server.handle(request);
            if (!JSON.readTree(reply.body()).path("Messages").isEmpty()) {
                seen.put(reply.text(), reply);
            }
            return reply;
        };
    }

    /** Sets the clock of SQS off by a number of milliseconds. */
    static Fault skewsTheQueuesClock(long millis) {
        return (request, server) -> {
            Reply reply = server.handle(request);
            if (!request.operation().equals("ReceiveMessage")) {
                return reply;
            }
            ObjectNode answer = (ObjectNode) JSON.readTree(reply.body());
            answer.path("Messages").forEach(message -> {
                if (message.path("Attributes") instanceof ObjectNode attributes) {
                    for (String name : List.of("SentTimestamp", "ApproximateFirstReceiveTimestamp")) {
                        attributes.put(
                                name,
                                Long.toString(
                                        Long.parseLong(attributes.path(name).asString()) + millis));
                    }
                }
            });
            return Reply.json(reply.status(), answer.toString());
        };
    }

    /** Takes one service out of reach, by its name in {@code X-Amz-Target}, for example {@code DynamoDB}. */
    static Fault cuts(String service) {
        return (request, server) -> {
            if (request.header("X-Amz-Target").startsWith(service)) {
                throw new IOException("cut");
            }
            return server.handle(request);
        };
    }

    /** Makes every receive hand out its messages in a random order. */
    static Fault reorders(long seed) {
        Random random = new Random(seed);
        return (request, server) -> {
            Reply reply = server.handle(request);
            if (!request.operation().equals("ReceiveMessage")) {
                return reply;
            }
            ObjectNode answer = (ObjectNode) JSON.readTree(reply.body());
            List<JsonNode> messages =
                    new ArrayList<>(answer.path("Messages").valueStream().toList());
            Collections.shuffle(messages, random);
            answer.putArray("Messages").addAll(messages);
            return Reply.json(reply.status(), answer.toString());
        };
    }

    /** Loses the first answers; the server has done the work. */
    static Fault losesAnswers(String operation, int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, server) -> {
            Reply reply = server.handle(request);
            if (request.operation().equals(operation) && left.getAndDecrement() > 0) {
                throw new IOException("the answer is lost");
            }
            return reply;
        };
    }

    private static Request withBody(Request request, JsonNode body) {
        return new Request(
                request.method(),
                request.path(),
                request.headers(),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
