package dev.winnow.ingest.lookup;

import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.ingest.web.Preference;
import dev.winnow.message.MessageId;
import dev.winnow.tenant.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads verdicts. */
@RestController
final class LookupController {
    private final MessageLookup lookup;

    LookupController(MessageLookup lookup) {
        this.lookup = lookup;
    }

    @GetMapping(path = "/v1/messages/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> readMessage(
            @PathVariable("id") String text, ApiRequest request, HttpServletResponse response)
            throws InterruptedException {
        MessageId id = lookup.idOf(text, request.tenant());
        Duration wait = request.preferredWait();
        VerdictDocument document = wait.isZero() ? lookup.readVerdict(id) : awaitMessage(id, wait, request);
        response.setHeader("Cache-Control", "private, no-cache");
        if (!wait.isZero()) {
            response.setHeader("Preference-Applied", Preference.formatApplied(wait));
        }
        if (document.isQueued()) {
            response.setHeader("Retry-After", "1");
        }
        return ResponseEntity.ok().eTag(document.eTag()).body(mayManage(request) ? document.withShadow() : document);
    }

    private static boolean mayManage(ApiRequest request) {
        return request.credential().key().scopes().contains(Scope.MANAGE);
    }

    /** Gives up the place in the throttle before: the watcher has a limit of its own, and its first read is due at once. */
    private VerdictDocument awaitMessage(MessageId id, Duration wait, ApiRequest request) throws InterruptedException {
        request.releasePlace();
        return lookup.awaitVerdict(id, request.tenant(), wait, request::isAbandoned);
    }
}
