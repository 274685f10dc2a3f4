package dev.winnow.bench.pipeline;

import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.yara.RuleSet;
import io.awspring.cloud.sqs.annotation.SqsListener;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes one message, scans it, saves its verdict. */
@Component
class NaiveListener {
    private final MessageScanners scanners;
    private final VerdictStore store;

    NaiveListener(MessageScanners scanners, VerdictStore store) {
        this.scanners = scanners;
        this.store = store;
    }

    @SqsListener(queueNames = "${naive.queue}", maxConcurrentMessages = "${naive.concurrency}")
    void scanJob(NaiveController.Job job) {
        try (MessageScanner scanner = scanners.openScanner()) {
            var verdict = scanner.scanMessage(SmsMessage.ofText(job.text()), TenantSettings.DEFAULT);
            var slot = new SlotVerdict(verdict, null, Instant.ofEpochMilli(job.acceptedAt()));
            var _ = store.saveVerdicts(new EnvelopeVerdicts(
                    job.id(), 1, scanner.ruleset(), RuleSet.ENGINE_VERSION, Instant.now(), List.of(slot)));
        }
    }
}
