package dev.winnow.ingest.reports;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.reports.Reports.Report;
import dev.winnow.message.Channel;
import dev.winnow.message.InvalidMessageException;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one report: {@code {"text","sender","label","category"}}. */
final class ReportReader {
    private ReportReader() {}

    /** Reads a report; errors are added to the list and make the result empty. */
    static Optional<Report> readReport(JsonNode json, List<FieldError> errors) {
        if (!json.isObject()) {
            errors.add(new FieldError("", "must be a JSON object"));
            return Optional.empty();
        }
        Optional<FeedbackLabel> opinion = FeedbackLabel.readLabel(json, errors);
        Optional<SmsMessage> message = readMessage(json.path("text"), json.path("sender"), errors);
        return opinion.flatMap(said -> message.map(text -> new Report(text, said)));
    }

    static Optional<SmsMessage> readMessage(JsonNode text, JsonNode sender, List<FieldError> errors) {
        if (!text.isString()) {
            errors.add(new FieldError("/text", "is required and must be a string"));
            return Optional.empty();
        }
        if (!sender.isString() && !sender.isMissingNode() && !sender.isNull()) {
            errors.add(new FieldError("/sender", "must be a string"));
            return Optional.empty();
        }
        try {
            return Optional.of(bulkMessage(text.stringValue(), sender.isString() ? sender.stringValue() : null));
        } catch (InvalidMessageException e) {
            errors.add(new FieldError("/" + e.field(), e.requirement()));
            return Optional.empty();
        }
    }

    private static SmsMessage bulkMessage(String text, @Nullable String sender) {
        return new SmsMessage(text, sender, Channel.SMS, null, null, null, Priority.BULK);
    }
}
