package dev.winnow.local.backtest;

import dev.winnow.aws.AwsServices;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.history.MessageHistory;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.state.StatesOption;
import dev.winnow.local.tenant.TenantOption;
import dev.winnow.publication.Publication;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.sqlite.SqliteHistory;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The history, the tenants and the opinions of an installation. One thread. */
final class BacktestData implements AutoCloseable {
    private final MessageHistory history;
    private final TenantDirectory tenants;
    private final FeedbackStore feedback;
    private final Deque<Runnable> open;

    private BacktestData(MessageHistory history, List<Tenant> tenants, FeedbackStore feedback, Deque<Runnable> open) {
        this.history = history;
        this.tenants = new Tenants(tenants);
        this.feedback = feedback;
        this.open = open;
    }

    /**
     * Opens the data of the data folder on this machine; its server may run.
     *
     * @throws IllegalStateException if the folder has none
     */
    static BacktestData openFolder(Path data) throws IOException {
        if (Files.notExists(DataFolder.historyFile(data)) || Files.notExists(DataFolder.databaseFile(data))) {
            throw new IllegalStateException("there is no " + DataFolder.historyFile(data)
                    + ": start 'winnow run', or name its data folder by --data");
        }
        Deque<Runnable> open = new ArrayDeque<>();
        SqliteHistory history = SqliteHistory.openFile(DataFolder.historyFile(data));
        open.push(history::close);
        SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC());
        open.push(database::close);
        return new BacktestData(history, TenantFile.readFile(data.resolve("tenants.yaml")), database.feedback(), open);
    }

    /**
     * Opens the data of a fleet.
     *
     * @param bucket the bucket of the history
     */
    static BacktestData openFleet(StatesOption rules, String bucket) {
        if (bucket.isBlank()) {
            throw new IllegalStateException(
                    "the fleet's history is not named: set WINNOW_HISTORY_BUCKET (or --history-bucket)");
        }
        Deque<Runnable> open = new ArrayDeque<>();
        AwsServices aws = rules.fleet().openAws();
        open.push(aws::close);
        Publication tenants = rules.fleet().openTenants(aws);
        return new BacktestData(
                aws.openHistory(bucket),
                TenantOption.readTenants(tenants),
                rules.fleet().openFeedback(aws),
                open);
    }

    MessageHistory history() {
        return history;
    }

    TenantDirectory tenants() {
        return tenants;
    }

    FeedbackStore feedback() {
        return feedback;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
