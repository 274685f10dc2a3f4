package dev.winnow.local.client;

import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.ServerOption;
import dev.winnow.lab.command.TextTable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow webhooks}. */
@Command(
        name = "webhooks",
        description = "Look at the webhooks of a tenant, and send them again. The API key needs the scope manage.",
        synopsisSubcommandLabel = "COMMAND")
public final class WebhooksCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "list", description = "List the webhook endpoints with their states.")
    int list(@Mixin ServerOption server) throws IOException {
        try (WinnowClient client = new WinnowClient(server.url(), server.key())) {
            TextTable table = new TextTable().addRow("ENDPOINT", "STATE", "EVENTS", "URL");
            client.listEndpoints()
                    .path("endpoints")
                    .forEach(endpoint -> table.addRow(
                            endpoint.path("id").asString(""),
                            endpoint.path("state").asString(""),
                            String.join(
                                    ",",
                                    endpoint.path("events")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList()),
                            endpoint.path("url").asString("")));
            print(table);
        }
        return 0;
    }

    @Command(
            name = "attempts",
            description = {
                "Show the latest attempts of an endpoint, the webhooks that wait, and those that were given up.",
                "STATUS is the HTTP status of the receiver's answer, - without one; NEXT TRY is empty when there is none."
            })
    int listAttempts(
            @Mixin ServerOption server,
            @Parameters(paramLabel = "ENDPOINT", description = "The endpoint's id.") String endpoint)
            throws IOException {
        try (WinnowClient client = new WinnowClient(server.url(), server.key())) {
            JsonNode all = client.listAttempts(endpoint);
            TextTable table = new TextTable().addRow("WEBHOOK", "EVENT", "AT", "STATUS", "NEXT TRY", "WHY");
            all.path("pending")
                    .forEach(webhook -> table.addRow(
                            webhook.path("id").asString(""),
                            webhook.path("event").asString(""),
                            "waits",
                            "",
                            webhook.path("nextTry").asString(""),
                            webhook.path("reason").asString("")));
            all.path("deadLetters")
                    .forEach(webhook -> table.addRow(
                            webhook.path("id").asString(""),
                            webhook.path("event").asString(""),
                            webhook.path("at").asString(""),
                            "",
                            "given up",
                            webhook.path("reason").asString("")));
            all.path("attempts")
                    .forEach(attempt -> table.addRow(
                            attempt.path("id").asString(""),
                            attempt.path("event").asString(""),
                            attempt.path("at").asString(""),
                            attempt.path("status").asInt() == 0
                                    ? "-"
                                    : attempt.path("status").asString(""),
                            "",
                            attempt.path("outcome").asString("")));
            print(table);
        }
        return 0;
    }

    @Command(
            name = "replay",
            description = {
                "Send now the webhooks of an endpoint that wait for their next try or were given up, up to 100 of each.",
                "They begin their schedule anew, under the same ids."
            })
    int replay(
            @Mixin ServerOption server,
            @Parameters(paramLabel = "ENDPOINT", description = "The endpoint's id.") String endpoint,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            description = "Only webhooks that were made since a time such as 2026-12-01T08:00:00Z.")
                    @Nullable String since)
            throws IOException {
        try (WinnowClient client = new WinnowClient(server.url(), server.key())) {
            JsonNode replayed = client.replayWebhooks(endpoint, since);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d webhooks that were given up and %d that wait are sent now%s%n",
                            replayed.path("replayed").asInt(),
                            replayed.path("hurried").asInt(),
                            replayed.path("more").asBoolean() ? "; more are left, so repeat the command" : "");
        }
        return 0;
    }

    private void print(TextTable table) {
        table.printRows(spec.commandLine().getOut(), Screen.ofCommand(spec));
    }
}
