package dev.winnow.standalone;

import dev.winnow.aws.DynamoDatabase;
import dev.winnow.callback.AttemptLog;
import dev.winnow.callback.DueCallbacks;
import dev.winnow.callback.EndpointStore;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.VerdictStore;

/** The stores of one database, whichever it is. */
record Stores(
        VerdictStore verdicts,
        SlotMarks marks,
        IdempotencyStore requests,
        FeedbackStore feedback,
        EndpointStore endpoints,
        DueCallbacks dueCallbacks,
        AttemptLog attempts) {
    static Stores of(SqliteDatabase file) {
        return new Stores(
                file.verdicts(),
                file.marks(),
                file.requests(),
                file.feedback(),
                file.endpoints(),
                file.dueCallbacks(),
                file.attempts());
    }

    static Stores of(DynamoDatabase table) {
        return new Stores(
                table.verdicts(),
                table.marks(),
                table.requests(),
                table.feedback(),
                table.endpoints(),
                table.dueCallbacks(),
                table.attempts());
    }
}
