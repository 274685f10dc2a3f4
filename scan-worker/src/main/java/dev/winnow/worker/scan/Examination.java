package dev.winnow.worker.scan;

import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** The result of scanning a message, before any tenant's settings are asked. */
public sealed interface Examination permits Findings, Examination.Unscannable {
    /**
     * The verdict under these settings.
     *
     * @param sender null when unknown
     */
    Verdict judgeFindings(@Nullable String sender, TenantSettings settings);

    /** The same, and counts the hits of each rule; for messages, not for trials. */
    Verdict countAndJudge(@Nullable String sender, TenantSettings settings);

    /** The message was not scanned to its end; nothing is known about it. The reason is a short sentence for the operator. */
    record Unscannable(String reason) implements Examination {
        @Override
        public Verdict judgeFindings(@Nullable String sender, TenantSettings settings) {
            return new Verdict.Failed(reason);
        }

        @Override
        public Verdict countAndJudge(@Nullable String sender, TenantSettings settings) {
            return new Verdict.Failed(reason);
        }
    }
}
