package dev.winnow.ingest.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.message.MessageId;
import dev.winnow.verdict.VerdictStore;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads many verdicts at once, with one read of the store. */
@RestController
final class BulkLookupController {
    private final MessageLookup lookup;

    BulkLookupController(MessageLookup lookup) {
        this.lookup = lookup;
    }

    /** One result an id, in the order of the request. */
    record Document(List<Item> results) {}

    /** A message, or a problem document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int index,
            int status,
            @Nullable VerdictDocument message,
            @JsonRawValue @Nullable String problem) {}

    @GetMapping(path = "/v1/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    Document readMany(@RequestParam("ids") String ids, ApiRequest request, HttpServletResponse response) {
        String tenant = request.tenant();
        String[] texts = ids.split(",", -1);
        if (texts.length > VerdictStore.MAX_FIND) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The parameter 'ids' takes 1 to " + VerdictStore.MAX_FIND + " ids.");
        }
        List<MessageId> known = new ArrayList<>();
        List<Function<Map<MessageId, VerdictDocument>, Item>> items = new ArrayList<>();
        for (String text : texts) {
            items.add(readItem(items.size(), text, tenant, known));
        }
        Map<MessageId, VerdictDocument> found = lookup.readAll(known);
        response.setHeader("Cache-Control", "private, no-cache");
        return new Document(items.stream().map(item -> item.apply(found)).toList());
    }

    private Function<Map<MessageId, VerdictDocument>, Item> readItem(
            int index, String text, String tenant, List<MessageId> known) {
        try {
            MessageId id = lookup.idOf(text, tenant);
            known.add(id);
            return found -> new Item(index, 200, found.get(id), null);
        } catch (ProblemException e) {
            String problem = new String(e.problem().toJson(), StandardCharsets.UTF_8);
            return _ -> new Item(index, e.problem().status(), null, problem);
        }
    }
}
