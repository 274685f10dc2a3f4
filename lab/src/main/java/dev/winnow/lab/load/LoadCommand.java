package dev.winnow.lab.load;

import dev.winnow.lab.command.ServerOption;
import dev.winnow.lab.command.StandardInput;
import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description = {
            "Load a server with messages at a constant rate and count verdicts, refusals and losses.",
            "",
            "The load is an open loop: it keeps its rate when the server is slow, and latencies begin when a request was due.",
            "Exit code 1 if an accepted message has no verdict at the end."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final String CLEARED_LINE = "\r\033[K";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOption server;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "API keys of several tenants, one a line, used in turn; '-' is standard input (default: the one of --key).")
    private @Nullable Path keys;

    @Option(
            names = "--rate",
            split = ",",
            defaultValue = "100",
            paramLabel = "N",
            description = "Messages a second; several, separated by commas, are run one after the other (default 100).")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> rates;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "N",
            description = "Seconds that each rate lasts (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--batch",
            defaultValue = "1",
            paramLabel = "N",
            description = "Messages a request, 1 to 500 (default ${DEFAULT-VALUE}: single submits).")
    private int batch;

    @Option(
            names = "--connections",
            defaultValue = "64",
            paramLabel = "N",
            description = "HTTP connections (default ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--new-connections", description = "Open a new connection for each request.")
    private boolean newConnections;

    @Option(
            names = "--junk",
            defaultValue = "10",
            paramLabel = "PERCENT",
            description = "Percentage of junk (default ${DEFAULT-VALUE}).")
    private int junk;

    @Option(
            names = "--follow",
            defaultValue = "1",
            paramLabel = "PERCENT",
            description = "Percentage of requests with a client that waits for the verdict (default ${DEFAULT-VALUE}).")
    private double follow;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results into this file as JSON.")
    private @Nullable Path json;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draw latency against load into this file, as SVG.")
    private @Nullable Path picture;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LoadResult> results = new ArrayList<>();
        for (int rate : rates) {
            LoadResult result = LoadRun.runPlan(planFor(rate), this::showProgress, PATIENCE);
            if (isWatched()) {
                spec.commandLine().getErr().print(CLEARED_LINE);
            }
            out().print(LoadReport.formatTable(result));
            out().flush();
            results.add(result);
        }
        if (json != null) {
            Files.writeString(json, LoadReport.formatJson(results));
        }
        if (picture != null) {
            Files.writeString(picture, LatencyCurve.drawCurve(results));
        }
        return results.stream().allMatch(result -> result.lostCount() == 0) ? 0 : 1;
    }

    private static String readKeys(Path file) throws IOException {
        return file.toString().equals(StandardInput.NAME) ? StandardInput.readText() : TextFile.require(file, 1 << 20);
    }

    private LoadPlan planFor(int rate) throws IOException {
        return new LoadPlan(
                server.url(),
                keys == null ? List.of(server.key()) : readKeys(keys).lines().toList(),
                rate,
                Duration.ofSeconds(seconds),
                batch,
                connections,
                newConnections,
                junk,
                follow);
    }

    /** Whether the output is a terminal: a progress line that overwrites itself is useless in a file. */
    private static boolean isWatched() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }

    private void showProgress(LoadProgress now) {
        if (!isWatched()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                CLEARED_LINE + "%.0f s  due %,d  accepted %,d  refused %,d  accept p99 %.1f ms",
                now.seconds(),
                now.sent(),
                now.accepted(),
                now.refused(),
                now.accept().getValueAtPercentile(99) / 1000.0);
        err.flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
