package dev.winnow.local.rules;

import dev.winnow.lab.judge.Explanation;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.RuleReloader;
import dev.winnow.worker.scan.Examination;
import dev.winnow.worker.scan.Findings;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.yara.Admission;
import java.nio.file.Path;

/** A trial of a text on the rules that a server would have live if it started now. Stateless. */
final class FolderTrial {
    private FolderTrial() {}

    /**
     * Judges a message by the bundled pack and a rules folder, with its states and lists.
     *
     * @throws IllegalStateException if the engine could not scan the text
     */
    static Explained explainMessage(Path folder, Admission admission, SmsMessage message, TenantSettings settings) {
        try (RuleReloader rules = RuleReloader.start(new RuleFolder(folder, admission));
                MessageScanner scanner = new MessageScanners(
                                rules::activeRules, rules::linkLists, rules::companionsOf, null)
                        .openScanner()) {
            return switch (scanner.examineMessage(message)) {
                case Findings findings ->
                    new Explained(
                            "rule set " + scanner.ruleset() + ", the bundled pack and " + folder,
                            Explanation.explainFindings(findings, message.sender(), settings));
                case Examination.Unscannable(String reason) -> throw new IllegalStateException(reason);
            };
        }
    }
}
