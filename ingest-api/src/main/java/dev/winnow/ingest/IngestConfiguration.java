package dev.winnow.ingest;

import dev.winnow.feedback.FeedbackStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.ingest.apple.AppleSettings;
import dev.winnow.ingest.apple.AppleTenants;
import dev.winnow.ingest.fleet.ApiPulse;
import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.lookup.VerdictWatcher;
import dev.winnow.ingest.lookup.WaiterSettings;
import dev.winnow.ingest.quota.AddressLimit;
import dev.winnow.ingest.quota.PingLimit;
import dev.winnow.ingest.quota.QuotaSettings;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.reports.Reports;
import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.ingest.submit.PackerSettings;
import dev.winnow.ingest.submit.SubmitEndpoint;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.submit.WaitingSubmitter;
import dev.winnow.ingest.web.FilterPipeline;
import dev.winnow.ingest.web.HotRoute;
import dev.winnow.ingest.web.RequestSettings;
import dev.winnow.ingest.web.RouteTable;
import dev.winnow.ingest.web.WebConfiguration;
import dev.winnow.message.MessageIds;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.PulseWriter;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.VerdictStore;
import io.awspring.cloud.autoconfigure.config.parameterstore.ParameterStoreAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's beans in the order in which data flows; controllers are found by scanning. The program that starts the API brings the ports
 * of {@link IngestPorts}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            ErrorMvcAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class,
            ParameterStoreAutoConfiguration.class
        })
@EnableConfigurationProperties({PackerSettings.class, WaiterSettings.class, QuotaSettings.class, AppleSettings.class})
@PropertySource("classpath:dev/winnow/ingest/ingest.properties")
@ComponentScan(useDefaultFilters = false, includeFilters = @ComponentScan.Filter(RestController.class))
@Import(WebConfiguration.class)
public class IngestConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EnvelopePacker envelopePacker(
            EnvelopeQueue queue, MessageIds ids, PackerSettings settings, RequestSettings requests, Clock clock) {
        return new EnvelopePacker(
                queue, ids, settings, requests.timeout().multipliedBy(9).dividedBy(10), clock);
    }

    @Bean
    Quotas quotas(QuotaSettings settings) {
        return new Quotas(settings);
    }

    @Bean
    AddressLimit addressLimit(QuotaSettings settings) {
        return new AddressLimit(settings);
    }

    @Bean
    PingLimit pingLimit() {
        return new PingLimit();
    }

    @Bean
    AppleTenants appleTenants(TenantDirectory tenants, AppleSettings settings) {
        return new AppleTenants(tenants, settings);
    }

    @Bean
    Submitter submitter(EnvelopePacker packer, IdempotencyStore requests) {
        return new Submitter(packer, requests);
    }

    @Bean
    Reports reports(Submitter submitter, FeedbackStore store, MessageIds ids, Clock clock) {
        return new Reports(submitter, store, ids, clock);
    }

    @Bean
    RuleCounters ruleCounters(RuleStatistics statistics, Clock clock) {
        return RuleCounters.start(statistics, clock);
    }

    @Bean
    VerdictWatcher verdictWatcher(VerdictStore store, WaiterSettings settings) {
        return new VerdictWatcher(store, settings);
    }

    @Bean
    MessageLookup messageLookup(MessageIds ids, VerdictStore store, VerdictWatcher watcher, Clock clock) {
        return new MessageLookup(ids, store, watcher, clock);
    }

    @Bean
    WaitingSubmitter waitingSubmitter(MessageLookup lookup) {
        return new WaitingSubmitter(lookup);
    }

    @Bean
    RouteTable routeTable(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return new RouteTable(mappings::stream);
    }

    @Bean
    HotRoute submitEndpoint(
            FilterPipeline pipeline, Quotas quotas, Submitter submitter, WaitingSubmitter waiting, JsonMapper json) {
        return new HotRoute(pipeline, new SubmitEndpoint(quotas, submitter, waiting, json));
    }

    @Bean
    PulseWriter pulseWriter(EnvelopePacker packer, MeterRegistry registry, PulseLog pulses) {
        return PulseWriter.start("ingest-api", new ApiPulse(packer, registry), pulses);
    }

    /** Stopping begins with this event; the web server then waits for its requests, which must not wait for verdicts any more. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfWaiting(VerdictWatcher watcher) {
        return _ -> watcher.close();
    }
}
