package dev.winnow.local.rules;

import dev.winnow.lab.judge.Explanation;
import dev.winnow.local.operator.OperatorClient;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import dev.winnow.verdict.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A trial of a text on the rules of a running server, with their states and lists. One thread. */
final class ServerTrial {
    private final OperatorClient console;

    ServerTrial(OperatorClient console) {
        this.console = console;
    }

    /**
     * Has the server judge a message; it neither stores nor logs the text.
     *
     * @param tenant the tenant whose settings apply; null for the default ones
     * @param junkThreshold replaces the tenant's threshold; null for the tenant's
     * @throws IllegalStateException if the server refused; says why
     */
    Explained explainMessage(SmsMessage message, @Nullable String tenant, @Nullable Integer junkThreshold) {
        Map<String, Object> request = new HashMap<>(
                Map.of("text", message.text(), "channel", message.channel().token()));
        putIfGiven(request, "sender", message.sender());
        putIfGiven(request, "country", message.country());
        putIfGiven(request, "tenant", tenant);
        putIfGiven(request, "junkThreshold", junkThreshold);
        JsonNode trial = console.post("trials", request);
        String ruleset = trial.path("ruleset").asString("");
        return new Explained("rule set " + ruleset + ", live on " + console.endpoint(), toExplanation(trial));
    }

    private static void putIfGiven(Map<String, Object> request, String name, @Nullable Object value) {
        if (value != null) {
            request.put(name, value);
        }
    }

    private static Explanation toExplanation(JsonNode trial) {
        List<RuleMatch> matches = new ArrayList<>();
        trial.path("matches").forEach(match -> matches.add(toMatch(match)));
        List<String> changes = new ArrayList<>();
        trial.path("changes").forEach(change -> changes.add(change.asString("")));
        Map<String, Object> facts = new LinkedHashMap<>();
        trial.path("facts")
                .properties()
                .forEach(fact ->
                        facts.put(fact.getKey(), JsonMapper.shared().convertValue(fact.getValue(), Object.class)));
        return new Explanation(
                Category.valueOf(trial.path("verdict").asString("").toUpperCase(Locale.ROOT)),
                trial.path("score").asInt(),
                Stream.of(DecidedBy.values())
                        .filter(step ->
                                step.token().equals(trial.path("decidedBy").asString("")))
                        .findFirst()
                        .orElse(DecidedBy.SCORE),
                facts,
                matches,
                changes);
    }

    private static RuleMatch toMatch(JsonNode match) {
        List<Span> spans = new ArrayList<>();
        match.path("spans")
                .forEach(span ->
                        spans.add(new Span(span.path(0).asInt(), span.path(1).asInt())));
        return new RuleMatch(
                match.path("rule").asString(""),
                match.path("title").asString(""),
                match.path("weight").asInt(),
                match.path("view").asString("").equals(View.FOLDED.token()) ? View.FOLDED : View.RAW,
                spans);
    }
}
