package dev.winnow.local.rules;

import dev.winnow.lab.command.DisplayText;
import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.StandardInput;
import dev.winnow.lab.judge.Explanation;
import dev.winnow.lab.judge.Judge;
import dev.winnow.local.operator.ConsoleOption;
import dev.winnow.local.operator.OperatorClient;
import dev.winnow.message.Channel;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "explain",
        description = {
            "Show the matches in a text with their places, its score and verdict, and the changes that would turn the verdict.",
            "",
            "The rules are those of the running server, with their states and lists. Without a server they are the bundled"
                    + " pack and the rules of the data folder; with --rules, the bundled pack and the folder of that option."
        })
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
            description = "The score from which a message is junk (default: the tenant's, or 50).")
    private @Nullable Integer threshold;

    @Option(names = "--tenant", paramLabel = "TENANT", description = "The server's tenant whose settings apply.")
    private @Nullable String tenant;

    @Mixin
    private final ConsoleOption console = new ConsoleOption();

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
        text = text.equals(StandardInput.NAME) ? StandardInput.readText().strip() : text;
        @Nullable String receiver = country == null ? null : country.toUpperCase(Locale.ROOT);
        SmsMessage message = new SmsMessage(text, sender, channel, null, receiver, null, Priority.LIVE);
        Explained explained = explainMessage(message);
        if (json) {
            ObjectNode document = JsonMapper.shared().valueToTree(explained.explanation());
            spec.commandLine()
                    .getOut()
                    .println(document.put("rules", explained.rules()).toString());
        } else {
            showExplanation(explained);
        }
        return 0;
    }

    private Explained explainMessage(SmsMessage message) throws IOException {
        if (!rules.isGiven() && console.isKnown()) {
            try (OperatorClient client = console.openClient()) {
                return new ServerTrial(client).explainMessage(message, tenant, threshold);
            } catch (UncheckedIOException e) {
                // A server that was killed leaves the address of its console behind.
                spec.commandLine().getErr().println("winnow: " + e.getMessage() + "; the server is left out");
            }
        }
        if (tenant != null) {
            throw new IllegalStateException("--tenant needs a running server: start one, or give --threshold");
        }
        TenantSettings settings = TenantSettings.DEFAULT.withJunkThreshold(
                Objects.requireNonNullElse(threshold, TenantSettings.DEFAULT.junkThreshold()));
        Path own = console.data().resolve("rules");
        if (!rules.isGiven() && Files.isDirectory(own)) {
            return FolderTrial.explainMessage(own, CommandAdmission.newAdmission(), message, settings);
        }
        try (Judge judge = new Judge(rules.readSources(), rules.readLinkLists())) {
            return new Explained(
                    rules.describe(), Explanation.explainFindings(judge.examineMessage(message), sender, settings));
        }
    }

    private void showExplanation(Explained explained) {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.ofCommand(spec);
        Explanation explanation = explained.explanation();
        out.println("By " + explained.rules());
        out.printf(
                "%s, score %d, decided by %s%n",
                screen.paintVerdict(explanation.category().token()),
                explanation.score(),
                explanation.decidedBy().token());
        for (RuleMatch match : explanation.matches()) {
            out.printf(
                    "%+4d  %-28s %s%s%n%s",
                    match.weight(),
                    match.rule(),
                    match.title(),
                    screen.yellow(" [" + match.view().token() + "]"),
                    quoteSpans(match));
        }
        explanation.facts().forEach((name, value) -> out.printf("   =  %-28s %s%n", name, value));
        explanation.changes().forEach(change -> out.println("  ->  " + change));
    }

    private String quoteSpans(RuleMatch match) {
        return match.spans().isEmpty()
                ? ""
                : match.spans().stream().map(this::quoteSpan).collect(Collectors.joining("  ", "      ", "\n"));
    }

    private String quoteSpan(Span span) {
        int start = text.offsetByCodePoints(0, span.start());
        int end = text.offsetByCodePoints(start, span.end() - span.start());
        return "%d-%d \"%s\"".formatted(span.start(), span.end(), DisplayText.toLine(text.substring(start, end)));
    }
}
