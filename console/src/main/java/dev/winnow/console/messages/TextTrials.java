package dev.winnow.console.messages;

import dev.winnow.console.access.OpsException;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.lab.judge.Explanation;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.scan.Examination;
import dev.winnow.worker.scan.Findings;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Tries texts on the live rules. A text is neither stored nor logged, and stands in no address. Calls block; any thread: the scans run on one
 * platform thread, because a scan is a native call.
 */
public final class TextTrials implements AutoCloseable {
    private final LiveRules rules;
    private final TenantBook tenants;
    private final ExecutorService scans = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("text-trial").factory());

    public TextTrials(LiveRules rules, TenantBook tenants) {
        this.rules = rules;
        this.tenants = tenants;
        // Its thread starts here, and not in the first request, so that it belongs to the program and not to the web
        // application.
        scans.execute(() -> {});
    }

    /**
     * Tries a text.
     *
     * @param sender the sender; null or empty if it is unknown
     * @param tenant the id of the tenant whose settings apply; null or empty for the default settings
     * @throws OpsException 400 for a text that is empty or too long, 404 for an unknown tenant, 503 without live rules
     */
    public Trial tryText(String text, @Nullable String sender, @Nullable String tenant) {
        return tryText(new TrialText(text, sender, null, null), findSettings(tenant));
    }

    /**
     * Tries a text with the settings of a tenant.
     *
     * @throws OpsException 400 for a field outside its range, 503 without live rules
     */
    Trial tryText(TrialText text, TenantSettings settings) {
        SmsMessage message = text.toMessage();
        try {
            return scans.submit(() -> scan(message, settings)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpsException(HttpStatus.SERVICE_UNAVAILABLE, "The console is stopping.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OpsException refusal) {
                throw refusal;
            }
            throw new OpsException(HttpStatus.SERVICE_UNAVAILABLE, "The text could not be scanned now; try again.");
        }
    }

    @Override
    public void close() {
        scans.shutdownNow();
    }

    private Trial scan(SmsMessage message, TenantSettings settings) {
        if (!rules.feed().isLive()) {
            throw new OpsException(HttpStatus.SERVICE_UNAVAILABLE, "No rules are live yet: publish some first.");
        }
        MessageScanners scanners = new MessageScanners(
                rules.feed()::activeRules, rules.feed()::linkLists, rules.feed()::companionsOf, null);
        try (MessageScanner scanner = scanners.openScanner()) {
            return switch (scanner.examineMessage(message)) {
                case Findings findings ->
                    toTrial(
                            Explanation.explainFindings(findings, message.sender(), settings),
                            settings,
                            scanner.ruleset());
                case Examination.Unscannable(String reason) ->
                    throw new OpsException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
            };
        }
    }

    private static Trial toTrial(Explanation explained, TenantSettings settings, String ruleset) {
        return new Trial(
                explained.category().token(),
                explained.score(),
                explained.decidedBy().token(),
                settings.junkThreshold(),
                ruleset,
                explained.matches().stream()
                        .map(match -> new Trial.TrialMatch(
                                match.rule(),
                                match.title(),
                                match.weight(),
                                match.view().token(),
                                match.spans().stream()
                                        .map(span -> List.of(span.start(), span.end()))
                                        .toList()))
                        .toList(),
                explained.facts(),
                explained.changes());
    }

    /**
     * The settings of a tenant; the default ones without a tenant.
     *
     * @throws OpsException 404 for an unknown tenant
     */
    TenantSettings findSettings(@Nullable String tenant) {
        if (tenant == null || tenant.isBlank()) {
            return TenantSettings.DEFAULT;
        }
        return tenants.listTenants().stream()
                .filter(known -> known.id().equals(tenant))
                .findFirst()
                .map(Tenant::settings)
                .orElseThrow(() -> OpsException.notFound("There is no tenant of this name."));
    }
}
