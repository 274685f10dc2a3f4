package dev.winnow.local.console;

import dev.winnow.local.console.OperatorContract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random requests around the operations of the document: odd ids, numbers, bodies and methods. One thread. */
final class OperatorFuzz {
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PUT", "PATCH");
    private static final List<String> VALUES = List.of(
            "demo",
            "nobody",
            "",
            " ",
            "0",
            "-1",
            "999999999999999999999",
            "1h",
            "24h",
            "7d",
            "x".repeat(300),
            "../etc",
            "%00",
            "é\u202e\ud83d\ude00",
            "' OR 1=1",
            "<script>",
            "018f0000-0000-7000-8000-000000000000",
            "1764000000000-0a0a0a0a",
            "AaIuWgFudyqbty_eVAKgKgADTDqQEfAQ");
    private static final List<String> BODIES = List.of(
            "{}",
            "[]",
            "null",
            "0",
            "\"text\"",
            "{",
            "",
            "{\"text\":\"See you at eight?\"}",
            "{\"text\":null}",
            "{\"text\":5,\"sender\":[]}",
            "{\"text\":\"\",\"tenant\":\"demo\"}",
            "{\"text\":\"\\ud800\"}",
            "{\"text\":\"hi\",\"sender\":\"" + "9".repeat(200) + "\"}",
            "{\"id\":\"UPPER\"}",
            "{\"id\":\"../x\"}",
            "{\"name\":\"\",\"scopes\":[]}",
            "{\"name\":\"k\",\"scopes\":[null]}",
            "{\"name\":\"k\",\"scopes\":[\"root\"]}",
            "{\"perSecond\":0}",
            "{\"perSecond\":1.5}",
            "{\"perSecond\":\"many\"}",
            "{\"reason\":\"none has it\",\"perSecond\":1000}",
            "{\"from\":\"yesterday\"}",
            "{\"from\":\"2026-11-30T00:00:00Z\",\"until\":\"2026-11-29T00:00:00Z\"}",
            "{\"state\":\"asleep\"}",
            "{\"state\":\"active\",\"share\":0}",
            "{\"state\":\"shadow\",\"share\":5}",
            "{\"state\":\"off\",\"until\":\"2026-12-05\"}",
            "{\"state\":\"shadow\",\"until\":\"soon\",\"pinned\":true}",
            "{\"name\":null}",
            "{\"junkThreshold\":0}",
            "{\"messagesPerMinute\":-1,\"country\":\"XX\"}",
            "{\"deadlineSeconds\":2147483647,\"junkThreshold\":60}",
            "{\"files\":[null,{}],\"removeOthers\":null}",
            "{\"files\":[{\"name\":\"../x.yar\",\"text\":\"\"}]}",
            "{\"files\":[{\"name\":\"a.yar\"},{\"name\":\"A.yara\"}],\"mark\":5}",
            "{\"unknown\":{\"deep\":[1,2,{}]}}");

    private final List<Operation> operations;
    private final Random random;

    OperatorFuzz(List<Operation> operations, Random random) {
        this.operations = operations;
        this.random = random;
    }

    record Request(String method, String path, @Nullable String body) {}

    Request next() {
        Operation operation = pick(operations);
        StringBuilder path = new StringBuilder();
        for (String part : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(part.startsWith("{") ? encode(nonEmpty()) : part);
        }
        if (random.nextInt(3) == 0) {
            path.append('?')
                    .append(pick(List.of(
                            "since",
                            "cleanOnly",
                            "ref",
                            "limit",
                            "before",
                            "range",
                            "reason",
                            "search",
                            "after",
                            "tenant",
                            "days",
                            "name")))
                    .append('=')
                    .append(encode(pick(VALUES)));
        }
        String method = random.nextInt(10) == 0 ? pick(METHODS) : operation.method();
        boolean hasBody = operation.node().has("requestBody") ? random.nextInt(20) > 0 : random.nextInt(20) == 0;
        return new Request(method, path.toString(), hasBody ? pick(BODIES) : null);
    }

    private String nonEmpty() {
        String value = pick(VALUES);
        return value.isBlank() || value.equals("../etc") || value.contains("%") ? "odd" : value;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
