package dev.winnow.local.rules;

import dev.winnow.lab.judge.Explanation;
import dev.winnow.lab.judge.Judge;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "Show what matches a text and where, its score and verdict, and what would change the verdict.")
public final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "The message's text; '-' reads it from standard input.")
    @SuppressWarnings("NullAway.Init")
    private String text;

    @Option(names = "--sender", paramLabel = "SENDER", description = "The number or name of the sender.")
    private @Nullable String sender;

    @Option(names = "--country", paramLabel = "CODE", description = "The country of the receiver, such as DE.")
    private @Nullable String country;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            defaultValue = "sms",
            description = "The channel of the message: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Channel channel;

    @Option(
            names = "--threshold",
            paramLabel = "N",
            defaultValue = "50",
            description = "The score from which a message is junk (default ${DEFAULT-VALUE}).")
    private int threshold;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RulesOption rules;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        text = text.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip() : text;
        SmsMessage message = new SmsMessage(text, sender, channel, null, country, null, Priority.LIVE);
        TenantSettings settings = TenantSettings.DEFAULT.withJunkThreshold(threshold);
        try (Judge judge = new Judge(rules.readSources(), rules.readLinkLists())) {
            Explanation explanation = Explanation.explainFindings(judge.examineMessage(message), sender, settings);
            if (json) {
                spec.commandLine().getOut().println(Json.format(explanation));
            } else {
                showExplanation(explanation);
            }
        }
        return 0;
    }

    private void showExplanation(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        String verdict = "%s, score %d, decided by %s"
                .formatted(
                        explanation.category().token(),
                        explanation.score(),
                        explanation.decidedBy().token());
        out.println(explanation.category() == Category.JUNK ? Colour.red(spec, verdict) : Colour.green(spec, verdict));
        for (RuleMatch match : explanation.matches()) {
            out.printf(
                    "%+4d  %-28s %s%s%n      %s%n",
                    match.weight(),
                    match.rule(),
                    match.title(),
                    Colour.yellow(spec, " [" + match.view().token() + "]"),
                    match.spans().stream().map(this::quoteSpan).collect(Collectors.joining("  ")));
        }
        explanation.facts().forEach((name, value) -> out.printf("   =  %-28s %s%n", name, value));
        explanation.changes().forEach(change -> out.println("  ->  " + change));
    }

    private String quoteSpan(Span span) {
        int start = text.offsetByCodePoints(0, span.start());
        int end = text.offsetByCodePoints(start, span.end() - span.start());
        return "%d-%d \"%s\"".formatted(span.start(), span.end(), text.substring(start, end));
    }
}
