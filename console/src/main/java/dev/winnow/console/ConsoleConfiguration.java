package dev.winnow.console;

import dev.winnow.campaign.CampaignMerger;
import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.OidcConfiguration;
import dev.winnow.console.access.OperatorKeys;
import dev.winnow.console.access.SignInLog;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.campaigns.CampaignDesk;
import dev.winnow.console.campaigns.CampaignNotices;
import dev.winnow.console.campaigns.DraftDesk;
import dev.winnow.console.letters.LetterDesk;
import dev.winnow.console.messages.MessageFinder;
import dev.winnow.console.messages.MessageSearch;
import dev.winnow.console.messages.TextTrials;
import dev.winnow.console.now.NowFigures;
import dev.winnow.console.now.PulseHistory;
import dev.winnow.console.now.QueuePulse;
import dev.winnow.console.pages.WebConfiguration;
import dev.winnow.console.rescan.RescanDesk;
import dev.winnow.console.rules.RuleDesk;
import dev.winnow.console.rules.RulePublisher;
import dev.winnow.console.rules.RuleShelf;
import dev.winnow.console.tenants.TenantDesk;
import dev.winnow.console.tenants.UsageDesk;
import dev.winnow.console.webhooks.WebhookDesk;
import dev.winnow.pulse.PulseWriter;
import dev.winnow.yara.Admission;
import io.awspring.cloud.autoconfigure.config.parameterstore.ParameterStoreAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The console's beans in the order in which data flows; controllers are found by scanning. The program that starts it brings the ports. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            ErrorMvcAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class,
            ParameterStoreAutoConfiguration.class
        })
@PropertySource("classpath:dev/winnow/console/console.properties")
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter({Controller.class, ControllerAdvice.class}))
@Import({AccessConfiguration.class, OidcConfiguration.class, WebConfiguration.class})
public class ConsoleConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OperatorKeys operatorKeys(ConsolePorts ports) {
        return ports.keys();
    }

    @Bean
    AuditTrail auditTrail(ConsolePorts ports, Clock clock) {
        return new AuditTrail(ports.stores().audit(), clock);
    }

    @Bean
    SignInLog signInLog(ConsolePorts ports, Clock clock) {
        return new SignInLog(ports.stores().audit(), clock);
    }

    @Bean
    PulseWriter queuePulse(ConsolePorts ports) {
        return PulseWriter.start(
                "console",
                new QueuePulse(ports.queues(), ports.letters()),
                ports.stores().pulses());
    }

    @Bean
    PulseHistory pulseHistory(ConsolePorts ports, Clock clock) {
        return new PulseHistory(ports.stores().pulses(), clock);
    }

    @Bean
    NowFigures nowFigures(PulseHistory history, ConsolePorts ports, Clock clock) {
        return new NowFigures(history, ports.queues(), ports.letters(), clock);
    }

    @Bean
    CampaignMerger campaignMerger(ConsolePorts ports, Clock clock) {
        CampaignMerger merger = new CampaignMerger(ports.stores().campaigns(), clock);
        merger.watchDetected(
                new CampaignNotices(ports.stores().endpoints(), ports.stores().dueWebhooks(), clock));
        return merger.startMerging();
    }

    @Bean
    CampaignDesk campaignDesk(ConsolePorts ports, Clock clock) {
        return new CampaignDesk(ports.stores().campaigns(), clock);
    }

    @Bean
    DraftDesk draftDesk(CampaignDesk campaigns, ConsolePorts ports, AuditTrail trail, Clock clock) {
        return new DraftDesk(campaigns, ports.history(), trail, clock);
    }

    @Bean
    MessageFinder messageFinder(ConsolePorts ports, Clock clock) {
        return new MessageFinder(ports.ids(), ports.tenants(), ports.stores(), clock);
    }

    @Bean
    MessageSearch messageSearch(ConsolePorts ports, Clock clock) {
        return new MessageSearch(ports.history(), ports.tenants(), ports.ids(), clock);
    }

    @Bean
    TextTrials textTrials(ConsolePorts ports) {
        return new TextTrials(ports.rules(), ports.tenants());
    }

    @Bean
    LetterDesk letterDesk(ConsolePorts ports, AuditTrail trail) {
        return new LetterDesk(ports.letters(), ports.ids(), trail);
    }

    @Bean
    RescanDesk rescanDesk(ConsolePorts ports, AuditTrail trail, Clock clock) {
        return RescanDesk.open(
                ports.history(),
                ports.stores().verdicts(),
                ports.queue(),
                ports.stores().rescans(),
                trail,
                clock);
    }

    @Bean
    RuleDesk ruleDesk(ConsolePorts ports, AuditTrail trail, Clock clock) {
        return new RuleDesk(ports.rules().book(), ports.stores().statistics(), trail, clock);
    }

    @Bean
    RulePublisher rulePublisher(ConsolePorts ports, AuditTrail trail) {
        return new RulePublisher(ports.rules().book(), new Admission(), trail);
    }

    @Bean
    RuleShelf ruleShelf(ConsolePorts ports, RuleDesk desk) {
        return new RuleShelf(ports.rules(), desk);
    }

    @Bean
    TenantDesk tenantDesk(ConsolePorts ports, AuditTrail trail) {
        return new TenantDesk(ports.tenants(), trail);
    }

    @Bean
    UsageDesk usageDesk(ConsolePorts ports, Clock clock) {
        return new UsageDesk(ports.tenants(), ports.stores().usage(), clock);
    }

    @Bean
    WebhookDesk webhookDesk(ConsolePorts ports, AuditTrail trail, Clock clock) {
        return new WebhookDesk(ports.stores(), ports.tenants(), trail, clock);
    }
}
