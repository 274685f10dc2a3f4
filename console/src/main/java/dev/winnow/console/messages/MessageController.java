package dev.winnow.console.messages;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.OpsException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Messages and trials of texts, for programs. */
@RestController
final class MessageController {
    private final MessageFinder finder;
    private final TextTrials trials;

    MessageController(MessageFinder finder, TextTrials trials) {
        this.finder = finder;
        this.trials = trials;
    }

    record TrialRequest(
            @Nullable String text,
            @Nullable String sender,
            @Nullable String tenant) {}

    @GetMapping(AccessConfiguration.API + "messages/{id}")
    MessageWay find(@PathVariable("id") String id) {
        return finder.find(id);
    }

    @PostMapping(path = AccessConfiguration.API + "trials", consumes = MediaType.APPLICATION_JSON_VALUE)
    Trial tryText(@RequestBody TrialRequest request) {
        if (request.text() == null || request.text().isEmpty()) {
            throw OpsException.badRequest("'text' is missing.");
        }
        return trials.tryText(request.text(), request.sender(), request.tenant());
    }
}
