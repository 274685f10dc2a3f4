package dev.winnow.ingest.apple;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.quota.AddressLimit;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.submit.SubmittedMessage;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.submit.WaitingSubmitter;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.ingest.web.RequestSettings;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenant;
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
    private final WaitingSubmitter waiting;
    private final Duration wait;
    private final int trustedProxies;

    FilterController(
            AppleTenants tenants,
            AddressLimit addresses,
            Quotas quotas,
            Submitter submitter,
            WaitingSubmitter waiting,
            AppleSettings settings,
            RequestSettings requests) {
        this.tenants = tenants;
        this.addresses = addresses;
        this.quotas = quotas;
        this.submitter = submitter;
        this.waiting = waiting;
        this.wait = settings.verdictWait();
        this.trustedProxies = requests.trustedProxies();
    }

    @PostMapping({"/v1/apple/message-filter", "/v1/apple/{token}/message-filter"})
    FilterAnswer filterMessage(
            @PathVariable(name = "token", required = false) @Nullable String token, ApiRequest request) {
        Tenant tenant = tenants.findTenant(token);
        if (!addresses.allowsAddress(request.clientAddress(trustedProxies))) {
            return FilterAnswer.NONE;
        }
        return FilterQuery.parseMessage(request.body())
                .filter(_ -> quotas.tryCharge(tenant, 1))
                .map(message -> filterMessage(tenant.id(), message, request))
                .orElse(FilterAnswer.NONE);
    }

    private FilterAnswer filterMessage(String tenant, SmsMessage message, ApiRequest request) {
        long start = System.nanoTime();
        try {
            SubmittedMessage submitted = waiting.submitMessage(
                    request,
                    tenant,
                    () -> submitter.submitMessage(tenant, message, wait),
                    () -> wait.minusNanos(System.nanoTime() - start));
            return submitted
                    .verdict()
                    .map(FilterAnswer::ofVerdict)
                    .orElseGet(() -> FilterAnswer.ofQueued(submitted.receipt().id()));
        } catch (ProblemException e) {
            return FilterAnswer.NONE;
        }
    }
}
