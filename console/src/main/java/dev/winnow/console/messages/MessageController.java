package dev.winnow.console.messages;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.OpsException;
import dev.winnow.tenant.TenantSettings;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages and trials of texts, for programs. */
@RestController
final class MessageController {
    private final MessageFinder finder;
    private final MessageSearch search;
    private final TextTrials trials;

    MessageController(MessageFinder finder, MessageSearch search, TextTrials trials) {
        this.finder = finder;
        this.search = search;
        this.trials = trials;
    }

    record TrialRequest(
            @Nullable String text,
            @Nullable String sender,
            @Nullable String channel,
            @Nullable String country,
            @Nullable String tenant,
            @Nullable Integer junkThreshold) {

        private TrialText message() {
            return new TrialText(text, sender, channel, country);
        }
    }

    @GetMapping(AccessConfiguration.API + "messages/{id}")
    MessageWay find(@PathVariable("id") String id) {
        return finder.find(id);
    }

    @GetMapping(AccessConfiguration.API + "messages")
    MessageSearch.FoundMessages findByRef(
            @RequestParam(name = "tenant", defaultValue = "") String tenant,
            @RequestParam(name = "ref", defaultValue = "") String ref,
            @RequestParam(name = "before", required = false) @Nullable String before) {
        return search.findByRef(tenant, ref, parseTime(before));
    }

    private static @Nullable Instant parseTime(@Nullable String time) {
        try {
            return time == null || time.isBlank() ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            throw OpsException.badRequest("A time is written like 2026-11-30T12:00:00Z.");
        }
    }

    @PostMapping(path = AccessConfiguration.API + "trials", consumes = MediaType.APPLICATION_JSON_VALUE)
    Trial tryText(@RequestBody TrialRequest request) {
        TenantSettings settings = trials.findSettings(request.tenant());
        return trials.tryText(request.message(), withThreshold(settings, request.junkThreshold()));
    }

    private static TenantSettings withThreshold(TenantSettings settings, @Nullable Integer threshold) {
        if (threshold == null) {
            return settings;
        }
        if (threshold < 1 || threshold > 100) {
            throw OpsException.badRequest("'junkThreshold' must be 1 to 100.");
        }
        return settings.withJunkThreshold(threshold);
    }
}
