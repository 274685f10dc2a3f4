package dev.winnow.local.operator;

import dev.winnow.local.history.PastTime;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow rescan}. */
@Command(
        name = "rescan",
        description = {
            "Judge messages of the history again under the live rules, behind live mail, and wait for the end.",
            "A verdict is replaced if its category is another now; webhooks get verdict.changed. Ctrl-C lets the rescan go on.",
            "Texts are in the history of tenants that consent: winnow tenant set TENANT --history DAYS."
        })
public final class RescanCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 500;

    @Mixin
    private final ConsoleOption console = new ConsoleOption();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "The first time: 6h or 7d ago, a day, or a time such as 2026-12-05T08:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "The end of the time (default: now).")
    private @Nullable String to;

    @Option(
            names = "--where",
            paramLabel = "rule=NAME|verdict=VERDICT",
            description =
                    "Only messages whose verdict names this rule, or is junk, promotion, transaction, clean or failed.")
    private Map<String, String> where = Map.of();

    @Option(
            names = "--rate",
            defaultValue = "200",
            paramLabel = "N",
            description = "Messages a second (default ${DEFAULT-VALUE}).")
    private int rate;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (OperatorClient client = console.openClient()) {
            JsonNode run = client.post("rescans", createRequest());
            String path = "rescans/" + run.path("id").asString();
            out().println("Rescan " + run.path("id").asString());
            while (isGoingOn(run)) {
                Thread.sleep(POLL_MILLIS);
                run = client.get(path);
            }
            out().println(describe(run));
            return run.path("state").asString().equals("done") ? 0 : 1;
        }
    }

    @Command(name = "list", description = "List the rescans of the last day.")
    int list(@Mixin ConsoleOption server, @Mixin OutputOption output) {
        try (OperatorClient client = server.openClient()) {
            JsonNode answer = client.get("rescans");
            if (output.isJson()) {
                output.printJson(out(), answer);
                return 0;
            }
            List<List<String>> rows = new ArrayList<>();
            answer.path("rescans")
                    .forEach(run -> rows.add(List.of(
                            run.path("id").asString(""),
                            run.path("state").asString(""),
                            run.path("read").asString(""),
                            run.path("sent").asString(""),
                            OutputOption.seconds(run.path("from")),
                            OutputOption.seconds(run.path("to")))));
            OutputOption.printTable(spec, List.of("RESCAN", "STATE", "READ", "SENT", "FROM", "TO"), rows);
        }
        return 0;
    }

    @Command(name = "pause", description = "Hold a rescan.")
    int pause(@Mixin ConsoleOption server, @Parameters(paramLabel = "RESCAN") String id) {
        return steer(server, id, "pause");
    }

    @Command(name = "resume", description = "Let a paused rescan go on.")
    int resume(@Mixin ConsoleOption server, @Parameters(paramLabel = "RESCAN") String id) {
        return steer(server, id, "resume");
    }

    @Command(name = "cancel", description = "End a rescan for good. Verdicts that it changed stay.")
    int cancel(@Mixin ConsoleOption server, @Parameters(paramLabel = "RESCAN") String id) {
        return steer(server, id, "cancel");
    }

    private int steer(ConsoleOption server, String id, String action) {
        try (OperatorClient client = server.openClient()) {
            out().println(describe(client.post("rescans/" + OperatorClient.encode(id) + "/" + action, Map.of())));
        }
        return 0;
    }

    private Map<String, Object> createRequest() {
        if (from == null) {
            throw new ParameterException(spec.commandLine(), "a rescan needs --from, such as --from 6h");
        }
        Clock clock = Clock.systemUTC();
        Map<String, Object> request = new TreeMap<>();
        request.put("from", PastTime.parse("--from", from, clock).toString());
        if (to != null) {
            request.put("to", PastTime.parse("--to", to, clock).toString());
        }
        where.forEach((name, value) -> {
            if (!name.equals("rule") && !name.equals("verdict")) {
                throw new ParameterException(
                        spec.commandLine(), "--where takes rule=NAME or verdict=VERDICT, and not " + name + "=");
            }
            request.put(name, value);
        });
        request.put("perSecond", rate);
        return request;
    }

    private static boolean isGoingOn(JsonNode run) {
        String state = run.path("state").asString();
        return state.equals("running") || state.equals("paused");
    }

    private static String describe(JsonNode run) {
        String failure = run.path("failure").asString("");
        return String.format(
                Locale.ROOT,
                "%s: %,d messages of the history, %,d sent to be judged again%s",
                run.path("state").asString(""),
                run.path("read").asLong(),
                run.path("sent").asLong(),
                failure.isEmpty() ? "" : "; " + failure);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
