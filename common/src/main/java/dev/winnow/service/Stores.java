package dev.winnow.service;

import dev.winnow.audit.AuditLog;
import dev.winnow.aws.DynamoDatabase;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.history.RescanStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.pulse.PulseLog;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.TenantUsage;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.WebhookPorts;

/** The stores of one database. Their owner closes the database after the programs that use it. */
public record Stores(
        VerdictStore verdicts,
        CrashMarks marks,
        IdempotencyStore idempotency,
        FeedbackStore feedback,
        EndpointStore endpoints,
        DueWebhooks dueWebhooks,
        AttemptLog attempts,
        RuleStatistics statistics,
        TenantUsage usage,
        PulseLog pulses,
        AuditLog audit,
        RescanStore rescans,
        CampaignLog campaigns) {
    /** The stores in one SQLite file. */
    public static Stores of(SqliteDatabase file) {
        return new Stores(
                file.verdicts(),
                file.marks(),
                file.idempotency(),
                file.feedback(),
                file.endpoints(),
                file.dueWebhooks(),
                file.attempts(),
                file.statistics(),
                file.usage(),
                file.pulses(),
                file.audit(),
                file.rescans(),
                file.campaigns());
    }

    /** The stores in one DynamoDB table. */
    public static Stores of(DynamoDatabase table) {
        return new Stores(
                table.verdicts(),
                table.marks(),
                table.idempotency(),
                table.feedback(),
                table.endpoints(),
                table.dueWebhooks(),
                table.attempts(),
                table.statistics(),
                table.usage(),
                table.pulses(),
                table.audit(),
                table.rescans(),
                table.campaigns());
    }

    /**
     * Makes the ports of webhooks from these stores.
     *
     * @param sealer opens the secrets that sign
     * @param urls the rules for addresses that may be called
     */
    public WebhookPorts openWebhooks(SecretSealer sealer, UrlPolicy urls) {
        return new WebhookPorts(endpoints, dueWebhooks, attempts, sealer, urls);
    }

    /** Replaces the store of verdicts, for example by one that is measured. */
    public Stores withVerdicts(VerdictStore other) {
        return new Stores(
                other,
                marks,
                idempotency,
                feedback,
                endpoints,
                dueWebhooks,
                attempts,
                statistics,
                usage,
                pulses,
                audit,
                rescans,
                campaigns);
    }
}
