package dev.winnow.worker;

import dev.winnow.audit.AuditLog;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.history.HistoryRecorder;
import dev.winnow.history.MessageHistory;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.PulseWriter;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.Published;
import dev.winnow.statistics.DailySums;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.TenantUsage;
import dev.winnow.statistics.UsageCounters;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.worker.fleet.WorkerPulse;
import dev.winnow.worker.fuse.FuseSettings;
import dev.winnow.worker.fuse.RuleFuse;
import dev.winnow.worker.history.RecordedVerdicts;
import dev.winnow.worker.poll.EnvelopeConsumer;
import dev.winnow.worker.poll.VerdictListener;
import dev.winnow.worker.poll.WorkerMetrics;
import dev.winnow.worker.rules.RuleFeed;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.RuleReloader;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.worker.usage.CountedVerdicts;
import io.awspring.cloud.autoconfigure.config.parameterstore.ParameterStoreAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The worker's beans in the order in which data flows; closed in the opposite order, so that stopping begins with the lanes. The ports
 * come from the program that starts it: an {@link EnvelopeQueue}, a {@link VerdictStore}, {@link CrashMarks}, a {@link MessageHistory}
 * and a {@link TenantDirectory}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ParameterStoreAutoConfiguration.class)
@EnableConfigurationProperties({WorkerSettings.class, RuleSettings.class, FuseSettings.class})
public class WorkerConfiguration {
    @Bean
    @ConditionalOnExpression(Published.NO)
    RuleFeed ruleFeed(RuleSettings settings) throws IOException {
        return RuleReloader.start(new RuleFolder(settings.folder(), settings.newAdmission()));
    }

    @Bean
    RuleCounters ruleCounters(RuleStatistics statistics) {
        return RuleCounters.start(statistics, Clock.systemUTC());
    }

    @Bean
    RuleFuse ruleFuse(
            RuleFeed feed, RuleCounters counters, RuleStatistics statistics, AuditLog audit, FuseSettings settings) {
        Clock clock = Clock.systemUTC();
        return RuleFuse.start(counters, new DailySums(statistics, clock), feed, audit, settings, clock);
    }

    @Bean
    WaveCounters waveCounters(CampaignLog campaigns) {
        return WaveCounters.start(campaigns, Clock.systemUTC());
    }

    @Bean
    ScanPool scanPool(
            RuleFeed feed,
            RuleCounters counters,
            WaveCounters waves,
            TenantDirectory tenants,
            WorkerSettings settings) {
        return new ScanPool(
                new MessageScanners(feed::activeRules, feed::linkLists, feed::companionsOf, counters, waves),
                tenants,
                Clock.systemUTC(),
                settings.scanThreads());
    }

    @Bean
    WorkerMetrics workerMetrics(MeterRegistry registry, RuleFeed feed) {
        Gauge.builder(
                        "winnow.rules.live",
                        feed,
                        rules -> rules.isLive()
                                ? rules.activeRules().current().rules().size()
                                : 0)
                .description("Rules of the live rule set, private ones included")
                .register(registry);
        return new WorkerMetrics(registry);
    }

    @Bean
    HistoryRecorder historyRecorder(MessageHistory history, TenantDirectory tenants) {
        return HistoryRecorder.start(history, tenants, Clock.systemUTC());
    }

    @Bean
    UsageCounters usageCounters(TenantUsage usage) {
        return UsageCounters.start(usage, Clock.systemUTC());
    }

    @Bean
    EnvelopeConsumer lanes(
            RuleFeed feed,
            EnvelopeQueue queue,
            ScanPool scans,
            VerdictStore store,
            CrashMarks marks,
            TenantDirectory tenants,
            ObjectProvider<VerdictListener> listener,
            HistoryRecorder recorder,
            UsageCounters usage,
            WorkerMetrics metrics,
            WorkerSettings settings) {
        VerdictListener told = new CountedVerdicts(
                new RecordedVerdicts(listener.getIfAvailable(() -> VerdictListener.NONE), recorder), usage);
        EnvelopeConsumer lanes =
                new EnvelopeConsumer(queue, scans, store, marks, tenants, told, metrics, settings.sidelineAfter());
        feed.whenLive(() -> lanes.openLanes(settings.concurrency()));
        return lanes;
    }

    @Bean
    PulseWriter pulseWriter(WorkerMetrics metrics, RuleFeed feed, PulseLog pulses) {
        return PulseWriter.start(
                "scan-worker",
                new WorkerPulse(
                        metrics,
                        () -> feed.isLive() ? feed.activeRules().current().version() : "none"),
                pulses);
    }
}
