package dev.winnow.ingest.privacy;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.tenant.HistoryConsent;
import dev.winnow.verdict.Retention;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a tenant its consent to a history of texts, and how long its data are kept. */
@RestController
final class PrivacyController {
    private static final HistoryDocument NO_HISTORY = new HistoryDocument(false, 0, 0);

    /** The consent to a history; days and share are 0 without one. */
    record HistoryDocument(boolean consent, int days, double share) {
        static HistoryDocument of(@Nullable HistoryConsent consent) {
            return consent == null ? NO_HISTORY : new HistoryDocument(true, consent.days(), consent.share());
        }
    }

    /** The longest times in days for which data are kept. */
    record RetentionDocument(
            long waitingTextDays, long failedTextDays, long historyDays, long verdictDays, long feedbackDays) {}

    record Document(String tenant, HistoryDocument history, RetentionDocument retention) {}

    @GetMapping(path = "/v1/privacy", produces = MediaType.APPLICATION_JSON_VALUE)
    Document readPrivacy(ApiRequest request) {
        HistoryDocument history =
                HistoryDocument.of(request.credential().tenant().settings().history());
        return new Document(
                request.credential().tenant().id(),
                history,
                new RetentionDocument(
                        Retention.QUEUE.toDays(),
                        Retention.DEAD_LETTERS.toDays(),
                        history.days(),
                        Retention.VERDICTS.toDays(),
                        FeedbackStore.RETENTION.toDays()));
    }
}
