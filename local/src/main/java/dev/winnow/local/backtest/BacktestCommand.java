package dev.winnow.local.backtest;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.SharedFolder;
import dev.winnow.lab.backtest.Backtest;
import dev.winnow.lab.backtest.BacktestReport;
import dev.winnow.lab.command.ProgressBar;
import dev.winnow.lab.command.Screen;
import dev.winnow.local.history.PastTime;
import dev.winnow.local.state.StatesOption;
import dev.winnow.tenant.HistoryConsent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code winnow rules backtest}. */
@Command(
        name = "backtest",
        description = {
            "Show what rules would have done with the messages of the history: verdicts that change, hits, decisive hits and precision.",
            "The live rules are compared with the live rules plus the files of a folder; a file with a live file's name replaces it."
                    + " The folder's rules count as active.",
            "With --version they are compared with a version that was published to a fleet, with its own states and lists.",
            "For a fleet, the messages are judged by a task near its data, and the command waits for the result.",
            "Texts are in the history of tenants that consent: winnow tenant set TENANT --history DAYS."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:within the limits", "1:a limit is exceeded, or the backtest failed", "2:wrong options"})
public final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private final StatesOption rules = new StatesOption();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of candidate rules, with their lists in DIR/lists.")
    private @Nullable Path candidate;

    @Option(
            names = "--version",
            paramLabel = "NAME",
            description = "A part of the name of a published version, as 'winnow rules versions' shows it.")
    private @Nullable String version;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "The first time: 6h or 7d ago, a day, or a time such as 2026-12-05T08:00:00Z (default: all).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "The end of the time (default: now).")
    private @Nullable String to;

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Messages of one tenant (default: all).")
    private @Nullable String tenant;

    @Option(
            names = "--sample",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "The share of messages, 0 to 1 (default ${DEFAULT-VALUE}).")
    private double sample;

    @Option(
            names = "--max-new-junk-on-ham",
            paramLabel = "N",
            description = "Exit with 1 if more than N messages that people call not junk become junk.")
    private @Nullable Long maxNewJunkOnHam;

    @Option(
            names = "--max-missed-junk",
            paramLabel = "N",
            description = "Exit with 1 if more than N messages that people call junk are no longer junk.")
    private @Nullable Long maxMissedJunk;

    @Option(
            names = "--max-new-junk",
            paramLabel = "N",
            description = "Exit with 1 if more than N messages become junk.")
    private @Nullable Long maxNewJunk;

    @Option(
            names = "--history-bucket",
            defaultValue = "${env:WINNOW_HISTORY_BUCKET:-}",
            paramLabel = "NAME",
            description = "The S3 bucket of a fleet's history (WINNOW_HISTORY_BUCKET).")
    private String historyBucket = "";

    @Option(
            names = "--here",
            description = "Judge a fleet's messages on this machine, and not in a task near the data.")
    private boolean here;

    @Option(
            names = "--job",
            hidden = true,
            description = "Set in a task: the name of the job that waits for the report.")
    private @Nullable String job;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (job != null) {
            runJob(job);
            return 0;
        }
        BacktestReport report = run(readOrder());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(report));
        } else {
            BacktestTable.print(report, out);
        }
        return isWithinLimits(report) ? 0 : 1;
    }

    private BacktestOrder readOrder() throws IOException {
        if ((candidate == null) == (version == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the candidate: --rules DIR for a folder, or --version NAME for a published version");
        }
        CandidateFolder folder = candidate == null
                ? null
                : CandidateFolder.read(candidate, spec.commandLine().getErr());
        return new BacktestOrder(folder, version, readSelection());
    }

    private Backtest.Selection readSelection() {
        Clock clock = Clock.systemUTC();
        Instant end = to == null ? clock.instant() : PastTime.parse("--to", to, clock);
        Instant begin = from == null
                ? end.minus(Duration.ofDays(HistoryConsent.MAX_DAYS + 1L))
                : PastTime.parse("--from", from, clock);
        return new Backtest.Selection(begin, end, tenant, sample);
    }

    private BacktestReport run(BacktestOrder order) throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), Screen.ofCommand(spec))) {
            if (rules.fleet().isGiven() && !here) {
                try (AwsServices aws = rules.fleet().openAws()) {
                    return BacktestTask.prepare(aws, rules.fleet()).run(order, bar);
                }
            }
            try (BacktestData data = openData()) {
                return order.run(rules, data, new HistoryProgress(bar::showShare, order.to(), System::nanoTime)::show);
            }
        }
    }

    /** Runs as the task of a fleet: judges, and writes the report for the command that waits. */
    private void runJob(String name) throws IOException, InterruptedException {
        try (AwsServices aws = rules.fleet().openAws();
                BacktestData data = openData()) {
            SharedFolder folder = BacktestTask.openFolder(aws, historyBucket, name);
            BacktestOrder order = new BacktestOrder(
                    folder.read(BacktestTask.CANDIDATE)
                            .map(CandidateFolder::parse)
                            .orElse(null),
                    version,
                    readSelection());
            HistoryProgress progress =
                    new HistoryProgress(new JobProgress.Writer(folder, System::nanoTime), order.to(), System::nanoTime);
            BacktestReport report = order.run(rules, data, progress::show);
            folder.write(BacktestTask.REPORT, JsonMapper.shared().writeValueAsBytes(report));
        }
    }

    private BacktestData openData() throws IOException {
        return rules.fleet().isGiven()
                ? BacktestData.openFleet(rules, historyBucket)
                : BacktestData.openFolder(rules.data());
    }

    private boolean isWithinLimits(BacktestReport report) {
        boolean ham = isWithin(
                "--max-new-junk-on-ham", maxNewJunkOnHam, report.newJunkOnHam(), "new junk that people call not junk");
        boolean missed =
                isWithin("--max-missed-junk", maxMissedJunk, report.missedJunk(), "missed junk that people call junk");
        boolean all = isWithin("--max-new-junk", maxNewJunk, report.newJunk(), "new junk");
        return ham && missed && all;
    }

    private boolean isWithin(String option, @Nullable Long limit, long count, String what) {
        if (limit == null || count <= limit) {
            return true;
        }
        spec.commandLine().getErr().printf("winnow: %s: %,d, and %s allows %,d%n", what, count, option, limit);
        return false;
    }
}
