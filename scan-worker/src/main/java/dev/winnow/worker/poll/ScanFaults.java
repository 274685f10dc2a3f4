package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the rules that were skipped and the messages that could not be judged: a line for each rule or reason and tenant of an envelope. */
final class ScanFaults {
    private static final Logger log = LoggerFactory.getLogger(ScanFaults.class);

    private ScanFaults() {}

    static void logFaults(Envelope envelope, EnvelopeVerdicts verdicts) {
        Map<String, Map<String, Integer>> skipped = new TreeMap<>();
        Map<String, Map<String, Integer>> failed = new TreeMap<>();
        for (int slot = 0; slot < verdicts.slots().size(); slot++) {
            String tenant = envelope.slots().get(slot).tenant();
            switch (verdicts.slots().get(slot).verdict()) {
                case Verdict.Judged judged -> judged.incomplete().forEach(rule -> countFault(skipped, tenant, rule));
                case Verdict.Failed(String reason) -> countFault(failed, tenant, reason);
                case Verdict.Expired _ -> {}
            }
        }
        skipped.forEach((tenant, rules) -> rules.forEach((rule, messages) -> log.atWarn()
                .addKeyValue("tenant", tenant)
                .addKeyValue("rule", rule)
                .log("Rule '{}' was skipped for {} messages of tenant {}", rule, messages, tenant)));
        failed.forEach((tenant, reasons) -> reasons.forEach((reason, messages) -> log.atWarn()
                .addKeyValue("tenant", tenant)
                .log("{} messages of tenant {} could not be judged: {}", messages, tenant, reason)));
    }

    private static void countFault(Map<String, Map<String, Integer>> faults, String tenant, String fault) {
        faults.computeIfAbsent(tenant, _ -> new TreeMap<>()).merge(fault, 1, Integer::sum);
    }
}
