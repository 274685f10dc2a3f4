package dev.winnow.ingest.reports;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.message.MessageIds;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Takes reports of messages that were never submitted: the text goes through the bulk lane like any message, and what is kept is the
 * opinion under the message's id, with a keyed hash that tells equal texts. Blocks; any thread.
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
     * Takes one report.
     *
     * @param key the name of the key, or of whatever else stands for who reports
     * @throws dev.winnow.ingest.web.ProblemException 503 or 504 if the text was not taken in
     * @throws dev.winnow.store.StoreUnavailableException if the opinion was not saved; the text is scanned in vain
     */
    void take(String tenant, String key, Report report, Duration timeout) {
        SmsMessage message = report.message();
        String id = submitter.submit(tenant, message, timeout).id();
        store.save(new Feedback(
                tenant,
                key,
                id,
                report.opinion().label(),
                report.opinion().topic(),
                null,
                List.of(),
                hash.of(message.text()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /**
     * A message and what somebody says it is.
     *
     * @param message the message, in the bulk lane
     * @param opinion what it is said to be
     */
    record Report(SmsMessage message, Opinion opinion) {
        Report {
            if (message.priority() != Priority.BULK) {
                throw new IllegalArgumentException("a report takes the bulk lane: nobody waits for it");
            }
        }
    }
}
