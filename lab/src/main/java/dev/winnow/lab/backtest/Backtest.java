package dev.winnow.lab.backtest;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.message.Envelope;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.MessageScanner;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Judges the history by two sets of rules and compares the verdicts. One thread reads, and platform threads scan, one for each core. Nothing is
 * stored.
 */
public final class Backtest {
    private static final int CHUNK = 200;

    private final MessageHistory history;
    private final TenantDirectory tenants;
    private final FeedbackStore feedback;

    public Backtest(MessageHistory history, TenantDirectory tenants, FeedbackStore feedback) {
        this.history = history;
        this.tenants = tenants;
        this.feedback = feedback;
    }

    /**
     * The messages of a backtest.
     *
     * @param from the beginning of their time
     * @param to the end of their time, itself not part of it
     * @param tenant the tenant; null for all
     * @param sample the share of messages, 0 to 1, chosen by the hash of their ids
     */
    public record Selection(
            Instant from, Instant to, @Nullable String tenant, double sample) {
        boolean includes(KeptMessage message) {
            return (tenant == null || tenant.equals(message.tenant()))
                    && (sample >= 1
                            || new HistoryConsent(1, sample)
                                    .includes(~Envelope.hashOf(message.envelope(), message.slot())));
        }
    }

    /** Gets the progress, on the thread that runs the backtest. */
    @FunctionalInterface
    public interface ProgressListener {
        /**
         * More messages are judged.
         *
         * @param messages the messages so far
         * @param upTo the time at which the last of them was accepted
         */
        void judged(long messages, Instant upTo);
    }

    /** One run; its tally is shared by the scanning threads. */
    private final class Run {
        private final RulesOnTrial live;
        private final RulesOnTrial candidate;
        private final Opinions opinions = new Opinions(feedback);
        private final BacktestTally total = new BacktestTally();
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        Run(RulesOnTrial live, RulesOnTrial candidate) {
            this.live = live;
            this.candidate = candidate;
        }

        void judge(List<KeptMessage> chunk) {
            BacktestTally tally = new BacktestTally();
            try (MessageScanner before = live.openScanner();
                    MessageScanner after = candidate.openScanner()) {
                for (KeptMessage message : chunk) {
                    judge(message, before, after, tally);
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
            synchronized (total) {
                total.addAll(tally);
            }
        }

        private void judge(KeptMessage kept, MessageScanner before, MessageScanner after, BacktestTally tally) {
            long hash = Envelope.hashOf(kept.envelope(), kept.slot());
            TenantSettings settings =
                    tenants.findTenant(kept.tenant()).map(Tenant::settings).orElse(TenantSettings.DEFAULT);
            Verdict was = before.scanMessage(
                    kept.message().message(), hash, kept.message().tenant(), settings);
            Verdict is = after.scanMessage(
                    kept.message().message(), hash, kept.message().tenant(), settings);
            List<Feedback.Label> labels = opinions.listOpinions(kept);
            live.countOpinions(was, labels);
            candidate.countOpinions(is, labels);
            tally.add(kept, was, is, labels);
        }
    }

    /**
     * Judges the selected messages and returns the comparison.
     *
     * @param threads how many scans run at once, at least 1; one a core is right
     * @throws dev.winnow.store.StoreUnavailableException if the history does not answer
     */
    public BacktestReport run(
            RulesOnTrial live, RulesOnTrial candidate, Selection selection, int threads, ProgressListener progress)
            throws InterruptedException {
        Run run = new Run(live, candidate);
        Semaphore places = new Semaphore(2 * threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("backtest-", 0).factory())) {
            long messages = 0;
            @Nullable String cursor = MessageHistory.START;
            while (cursor != null && run.failure.get() == null) {
                MessageHistory.Page page = history.readPage(selection.from(), selection.to(), cursor);
                cursor = page.next();
                List<KeptMessage> selected =
                        page.messages().stream().filter(selection::includes).toList();
                for (int begin = 0; begin < selected.size(); begin += CHUNK) {
                    List<KeptMessage> chunk = selected.subList(begin, Math.min(begin + CHUNK, selected.size()));
                    places.acquire();
                    pool.execute(() -> {
                        run.judge(chunk);
                        places.release();
                    });
                }
                messages += selected.size();
                if (!page.messages().isEmpty()) {
                    progress.judged(messages, page.messages().getLast().acceptedAt());
                }
            }
        }
        RuntimeException broken = run.failure.get();
        if (broken != null) {
            throw broken;
        }
        return run.total.toReport(live.sums(), candidate.sums());
    }
}
