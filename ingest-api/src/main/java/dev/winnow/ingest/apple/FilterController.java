package dev.winnow.ingest.apple;

import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.quota.AddressLimit;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.submit.Receipt;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.web.ClientAddress;
import dev.winnow.ingest.web.ClientConnection;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.RequestBody;
import dev.winnow.ingest.web.RequestPlace;
import dev.winnow.ingest.web.RequestSettings;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the message filter of iOS, which asks once and without a key. The answer is always 200 with an action, within a bounded wait.
 * After any failure the action is none, and the phone shows the message.
 */
@RestController
final class FilterController {
    private final AppleTenants tenants;
    private final AddressLimit addresses;
    private final Quotas quotas;
    private final Submitter submitter;
    private final MessageLookup lookup;
    private final Duration wait;
    private final int trustedProxies;

    FilterController(
            AppleTenants tenants,
            AddressLimit addresses,
            Quotas quotas,
            Submitter submitter,
            MessageLookup lookup,
            AppleSettings settings,
            RequestSettings requests) {
        this.tenants = tenants;
        this.addresses = addresses;
        this.quotas = quotas;
        this.submitter = submitter;
        this.lookup = lookup;
        this.wait = settings.verdictWait();
        this.trustedProxies = requests.trustedProxies();
    }

    @PostMapping({"/v1/apple/message-filter", "/v1/apple/{token}/message-filter"})
    FilterAnswer filterMessage(
            @PathVariable(name = "token", required = false) @Nullable String token, HttpServletRequest request) {
        Tenant tenant = tenants.findTenant(token);
        if (!addresses.allowsAddress(ClientAddress.addressOf(request, trustedProxies))) {
            return FilterAnswer.NONE;
        }
        return FilterQuery.parseMessage(RequestBody.bodyOf(request).bytes())
                .filter(_ -> quotas.tryCharge(tenant, 1))
                .map(message -> filterMessage(tenant.id(), message, request))
                .orElse(FilterAnswer.NONE);
    }

    private FilterAnswer filterMessage(String tenant, SmsMessage message, HttpServletRequest request) {
        long start = System.nanoTime();
        Receipt receipt;
        try {
            receipt = submitter.submitMessage(tenant, message, wait);
        } catch (ProblemException e) {
            return FilterAnswer.NONE;
        }
        RequestPlace.releasePlace(request);
        Duration left = wait.minusNanos(System.nanoTime() - start);
        return lookup.tryAwait(receipt.id(), tenant, left, () -> ClientConnection.isClosed(request))
                .map(FilterAnswer::ofVerdict)
                .orElseGet(() -> FilterAnswer.ofQueued(receipt.id()));
    }
}
