package dev.winnow.local.backtest;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.FleetTasks;
import dev.winnow.aws.SharedFolder;
import dev.winnow.lab.backtest.Backtest;
import dev.winnow.lab.backtest.BacktestReport;
import dev.winnow.lab.command.ProgressBar;
import dev.winnow.local.publish.FleetOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backtest as a one-off task of a fleet, near the data. The candidate goes there as an object of the bucket of the history, and progress and report
 * come back as objects, because a report has texts of messages, which must not be in a log. One thread.
 */
final class BacktestTask {
    /** The parameter that describes the task, after the prefix of the fleet's parameters. */
    static final String PARAMETER = "backtest-task";

    /** The objects of one backtest. */
    static final String CANDIDATE = "candidate.zip";

    static final String PROGRESS = "progress.json";
    static final String REPORT = "report.json";

    private static final String PREFIX = "backtests/";
    private static final long POLL_MILLIS = 1_000;

    private final FleetTasks tasks;
    private final FleetTasks.Kind kind;
    private final String name = UUID.randomUUID().toString();
    private final SharedFolder folder;

    private BacktestTask(AwsServices aws, FleetTasks tasks, FleetTasks.Kind kind) {
        this.tasks = tasks;
        this.kind = kind;
        this.folder = openFolder(aws, kind.bucket(), name);
    }

    /**
     * Prepares a task of a fleet.
     *
     * @throws IllegalStateException if the fleet has none
     */
    static BacktestTask prepare(AwsServices aws, FleetOption fleet) {
        FleetTasks tasks = aws.openTasks();
        String parameter = fleet.parameter(PARAMETER);
        return new BacktestTask(
                aws,
                tasks,
                tasks.findKind(parameter)
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "there is no parameter " + parameter
                                                + ", which describes the task of a backtest: run terraform apply, or judge on this machine by --here")));
    }

    /** The objects that a command and its task share. */
    static SharedFolder openFolder(AwsServices aws, String bucket, String name) {
        return aws.openSharedFolder(bucket, PREFIX + name + "/");
    }

    /**
     * Runs a backtest and waits for its end. The task is stopped when this program is.
     *
     * @throws IllegalStateException if the task fails; says where its log is
     */
    BacktestReport run(BacktestOrder order, ProgressBar bar) throws InterruptedException {
        if (order.folder() != null) {
            folder.write(CANDIDATE, order.folder().toBytes());
        }
        String task = tasks.startTask(kind, writeCommand(order));
        Thread stop = new Thread(() -> tasks.stopTask(kind, task));
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            awaitEnd(task, bar);
            return folder.read(REPORT)
                    .map(report -> JsonMapper.shared().readValue(report, BacktestReport.class))
                    .orElseThrow(
                            () -> new IllegalStateException("the task " + task + " left no report" + whereToLook()));
        } finally {
            removeHook(stop);
            List.of(CANDIDATE, PROGRESS, REPORT).forEach(folder::delete);
        }
    }

    private List<String> writeCommand(BacktestOrder order) {
        Backtest.Selection selection = order.selection();
        List<String> command = new ArrayList<>(List.of(
                "rules",
                "backtest",
                "--here",
                "--job=" + name,
                "--from=" + selection.from(),
                "--to=" + selection.to(),
                "--sample=" + selection.sample()));
        if (order.version() != null) {
            command.add("--version=" + order.version());
        }
        if (selection.tenant() != null) {
            command.add("--tenant=" + selection.tenant());
        }
        return command;
    }

    private void awaitEnd(String task, ProgressBar bar) throws InterruptedException {
        FleetTasks.State state = tasks.readState(kind, task);
        while (state instanceof FleetTasks.State.Open(String status)) {
            JobProgress.read(folder)
                    .ifPresentOrElse(
                            progress -> bar.showShare(progress.share(), progress::text),
                            () -> bar.showShare(0, () -> "the task is " + status));
            Thread.sleep(POLL_MILLIS);
            state = tasks.readState(kind, task);
        }
        if (state instanceof FleetTasks.State.Ended(Integer code, String reason) && (code == null || code != 0)) {
            throw new IllegalStateException("the task " + task + " ended"
                    + (code == null ? " before its command ran" : " with exit code " + code)
                    + (reason.isEmpty() ? "" : ": " + reason) + whereToLook());
        }
    }

    private String whereToLook() {
        return "; its log is in the log group " + kind.logGroup();
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The program ends already, and the hook stops the task.
        }
    }
}
