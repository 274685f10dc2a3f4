package dev.winnow.local.operator;

import dev.winnow.local.history.PastTime;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow campaigns}. */
@Command(
        name = "campaigns",
        description = {
            "List the texts that many messages share, with different links, numbers and names.",
            "Those that pass as clean, have a link, come from many senders and grow are listed first: they may be new scams."
        })
public final class CampaignsCommand implements Callable<Integer> {
    private static final int SHOWN = 60;

    @Mixin
    private final ConsoleOption console = new ConsoleOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(names = "--clean-only", description = "Only campaigns of which most messages passed as clean.")
    private boolean cleanOnly;

    @Option(
            names = "--since",
            defaultValue = "7d",
            paramLabel = "TIME",
            description =
                    "Only campaigns with a message since then: 6h or 7d ago, or a time (default ${DEFAULT-VALUE}).")
    private String since = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String from = PastTime.parse("--since", since, Clock.systemUTC()).toString();
        try (OperatorClient client = console.openClient()) {
            JsonNode list =
                    client.get("campaigns?since=" + OperatorClient.encode(from) + (cleanOnly ? "&cleanOnly=true" : ""));
            if (output.isJson()) {
                output.printJson(out(), list);
                return 0;
            }
            List<List<String>> rows = new ArrayList<>();
            list.path("campaigns").forEach(each -> rows.add(toRow(each)));
            OutputOption.printTable(
                    spec,
                    List.of("ID", "", "MESSAGES", "GROWTH", "CLEAN", "SENDERS", "TENANTS", "LAST SEEN", "TEXT"),
                    rows);
        }
        return 0;
    }

    @Command(name = "show", description = "Show one campaign: its verdicts, the rules with points, and its domains.")
    int show(
            @Mixin ConsoleOption server,
            @Mixin OutputOption format,
            @Parameters(paramLabel = "ID", description = "The campaign's id.") String id) {
        try (OperatorClient client = server.openClient()) {
            JsonNode card = client.get("campaigns/" + OperatorClient.encode(id));
            if (format.isJson()) {
                format.printJson(out(), card);
                return 0;
            }
            JsonNode campaign = card.path("campaign");
            JsonNode verdicts = campaign.path("verdicts");
            out().println(campaign.path("template").asString("(no tenant with a history has had a message of it)"));
            out().println();
            List<List<String>> facts = new ArrayList<>();
            facts.add(List.of("first seen", OutputOption.seconds(campaign.path("firstSeen"))));
            facts.add(List.of("last seen", OutputOption.seconds(campaign.path("lastSeen"))));
            facts.add(List.of("messages", campaign.path("messages").asString("")));
            facts.add(List.of("growth", "%+d".formatted(campaign.path("growth").asLong())));
            facts.add(
                    List.of("senders, tenants", "about " + campaign.path("senders") + ", " + campaign.path("tenants")));
            facts.add(List.of(
                    "verdicts",
                    "junk %s, promotion %s, transaction %s, clean %s"
                            .formatted(
                                    verdicts.path("junk"),
                                    verdicts.path("promotion"),
                                    verdicts.path("transaction"),
                                    verdicts.path("clean"))));
            facts.add(List.of("rules", join(card.path("rules"))));
            facts.add(List.of("domains", join(card.path("domains"))));
            OutputOption.printTable(spec, List.of("FACT", "VALUE"), facts);
        }
        return 0;
    }

    private static List<String> toRow(JsonNode campaign) {
        long messages = Math.max(1, campaign.path("messages").asLong());
        String template = campaign.path("template").asString("");
        return List.of(
                campaign.path("id").asString(""),
                campaign.path("needsAttention").asBoolean() ? "!" : "",
                campaign.path("messages").asString(""),
                "%+d".formatted(campaign.path("growth").asLong()),
                100 * campaign.path("verdicts").path("clean").asLong() / messages + " %",
                campaign.path("senders").asString(""),
                campaign.path("tenants").asString(""),
                OutputOption.seconds(campaign.path("lastSeen")),
                template.length() > SHOWN ? template.substring(0, SHOWN) + "…" : template);
    }

    private static String join(JsonNode counts) {
        List<String> names = new ArrayList<>();
        counts.forEach(each -> names.add(each.path("name").asString("") + " " + each.path("messages")));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
