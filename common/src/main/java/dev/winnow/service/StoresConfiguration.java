package dev.winnow.service;

import dev.winnow.audit.AuditLog;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.pulse.PulseLog;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.TenantUsage;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.EndpointStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each store of {@link Stores} as a bean of its own. */
@Configuration(proxyBeanMethods = false)
public class StoresConfiguration {
    @Bean
    VerdictStore verdictStore(Stores stores) {
        return stores.verdicts();
    }

    @Bean
    CrashMarks slotMarks(Stores stores) {
        return stores.marks();
    }

    @Bean
    IdempotencyStore idempotencyStore(Stores stores) {
        return stores.idempotency();
    }

    @Bean
    FeedbackStore feedbackStore(Stores stores) {
        return stores.feedback();
    }

    @Bean
    PulseLog pulseLog(Stores stores) {
        return stores.pulses();
    }

    @Bean
    EndpointStore endpointStore(Stores stores) {
        return stores.endpoints();
    }

    @Bean
    AuditLog auditLog(Stores stores) {
        return stores.audit();
    }

    @Bean
    CampaignLog campaignLog(Stores stores) {
        return stores.campaigns();
    }

    @Bean
    RuleStatistics ruleStatistics(Stores stores) {
        return stores.statistics();
    }

    @Bean
    TenantUsage tenantUsage(Stores stores) {
        return stores.usage();
    }
}
