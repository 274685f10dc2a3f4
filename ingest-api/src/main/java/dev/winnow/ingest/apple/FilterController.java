package dev.winnow.ingest.apple;

import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.quota.AddressLimit;
import dev.winnow.ingest.submit.Receipt;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.web.ApplePaths;
import dev.winnow.ingest.web.ClientAddress;
import dev.winnow.ingest.web.ClientConnection;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestPlace;
import dev.winnow.ingest.web.RequestSettings;
import dev.winnow.message.SmsMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the message filter of iOS, which asks once, without a key, and takes whatever it gets: always 200 with an action, inside a
 * bounded wait. When anything is wrong the action is none, and the phone shows the message.
 */
@RestController
final class FilterController {
    private final AppleTenants tenants;
    private final AddressLimit addresses;
    private final Submitter submitter;
    private final MessageLookup lookup;
    private final JsonMapper json;
    private final Duration wait;
    private final int trustedProxies;

    FilterController(
            AppleTenants tenants,
            AddressLimit addresses,
            Submitter submitter,
            MessageLookup lookup,
            JsonMapper json,
            AppleSettings settings,
            RequestSettings requests) {
        this.tenants = tenants;
        this.addresses = addresses;
        this.submitter = submitter;
        this.lookup = lookup;
        this.json = json;
        this.wait = settings.verdictWait();
        this.trustedProxies = requests.trustedProxies();
    }

    @PostMapping({ApplePaths.FILTER, ApplePaths.PREFIX + "{token}/message-filter"})
    FilterAnswer filter(
            @PathVariable(name = "token", required = false) @Nullable String token, HttpServletRequest request) {
        String tenant = tenants.find(token).id();
        if (!addresses.allows(ClientAddress.of(request, trustedProxies))) {
            return FilterAnswer.NONE;
        }
        return FilterQuery.message(RequestBody.of(request).bytes(), json)
                .map(message -> filter(tenant, message, request))
                .orElse(FilterAnswer.NONE);
    }

    private FilterAnswer filter(String tenant, SmsMessage message, HttpServletRequest request) {
        long start = System.nanoTime();
        Receipt receipt;
        try {
            receipt = submitter.submit(tenant, message, wait);
        } catch (ProblemException e) {
            return FilterAnswer.NONE;
        }
        RequestPlace.release(request);
        Duration left = wait.minusNanos(System.nanoTime() - start);
        return lookup.tryAwait(receipt.id(), tenant, left, () -> ClientConnection.isClosed(request))
                .map(FilterAnswer::of)
                .orElseGet(() -> FilterAnswer.queued(receipt.id()));
    }
}
