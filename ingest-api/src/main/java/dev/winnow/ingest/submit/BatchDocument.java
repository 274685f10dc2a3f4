package dev.winnow.ingest.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.ingest.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /v1/messages/batch}: one result a message, in the order of the request. */
record BatchDocument(List<Item> results) {
    /** One message's result: an id, or a problem document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int index,
            int status,
            @Nullable String id,
            @Nullable String clientRef,
            @JsonRawValue @Nullable String problem) {
        static Item ofReceipt(int index, Receipt receipt, @Nullable String clientRef) {
            return new Item(index, 202, receipt.id(), clientRef, null);
        }

        static Item ofProblem(int index, Problem problem, @Nullable String clientRef) {
            return new Item(
                    index, problem.status(), null, clientRef, new String(problem.toJson(), StandardCharsets.UTF_8));
        }
    }
}
