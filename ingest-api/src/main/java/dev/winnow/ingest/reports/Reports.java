package dev.winnow.ingest.reports;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.submit.Submission;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.message.MessageIds;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Takes reports of messages that were never submitted: the text goes through the bulk lane like any message. The store keeps the label
 * under the message's id, with a keyed hash that tells equal texts. Blocks; any thread.
 */
public final class Reports {
    private final Submitter submitter;
    private final FeedbackStore store;
    private final TextHash hash;
    private final Clock clock;

    public Reports(Submitter submitter, FeedbackStore store, MessageIds ids, Clock clock) {
        this.submitter = submitter;
        this.store = store;
        this.hash = new TextHash(ids);
        this.clock = clock;
    }

    /**
     * Takes reports: submits all before it waits for the first, and saves the labels side by side.
     *
     * @param reporter the name of the key, or another name for the reporter
     * @param left the time that the request may still take
     * @return one outcome a report, in their order
     */
    List<Outcome> takeAll(String tenant, String reporter, List<Report> reports, Supplier<Duration> left) {
        List<Supplier<Submitted>> started =
                reports.stream().map(report -> submit(tenant, report, left)).toList();
        List<Callable<Outcome>> saves = started.stream()
                .map(Supplier::get)
                .map(submitted -> (Callable<Outcome>) () -> save(tenant, reporter, submitted))
                .toList();
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            return side.invokeAll(saves).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.SHUTTING_DOWN, "The server is shutting down; send it again.");
        }
    }

    /** The result of one report. */
    sealed interface Outcome {
        /** The text is on the queue and the label is saved. */
        record Taken() implements Outcome {}

        /** It was not taken and can be sent again. */
        record Refused(Problem problem) implements Outcome {}
    }

    private sealed interface Submitted {
        record Accepted(Report report, String id) implements Submitted {}

        record NotAccepted(Problem problem) implements Submitted {}
    }

    private Supplier<Submitted> submit(String tenant, Report report, Supplier<Duration> left) {
        try {
            Submission submission = submitter.startSubmission(tenant, report.message(), null);
            return () -> finish(report, submission, left.get());
        } catch (ProblemException e) {
            return () -> new Submitted.NotAccepted(e.problem());
        }
    }

    private Submitted finish(Report report, Submission submission, Duration left) {
        try {
            return new Submitted.Accepted(
                    report, submitter.finishSubmission(submission, left).id());
        } catch (ProblemException e) {
            return new Submitted.NotAccepted(e.problem());
        }
    }

    /** Saves the label of an accepted report. If that fails, the text is scanned to no purpose. */
    private Outcome save(String tenant, String reporter, Submitted submitted) {
        return switch (submitted) {
            case Submitted.NotAccepted(Problem problem) -> new Outcome.Refused(problem);
            case Submitted.Accepted(Report report, String id) -> {
                try {
                    store.saveFeedback(feedback(tenant, reporter, report, id));
                    yield new Outcome.Taken();
                } catch (StoreUnavailableException e) {
                    yield new Outcome.Refused(
                            Problem.of(ProblemType.STORE_UNAVAILABLE, "The report was not saved; send it again."));
                }
            }
        };
    }

    private Feedback feedback(String tenant, String reporter, Report report, String id) {
        return new Feedback(
                tenant,
                reporter,
                id,
                report.label().label(),
                report.label().topic(),
                null,
                List.of(),
                hash.hashText(report.message().text()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * A message and the label that a person gives it.
     *
     * @param message the message, in the bulk lane
     * @param label the label and topic
     */
    record Report(SmsMessage message, FeedbackLabel label) {
        Report {
            if (message.priority() != Priority.BULK) {
                throw new IllegalArgumentException(
                        "a report must take the bulk lane, as no request waits for its verdict");
            }
        }
    }
}
