package dev.winnow.ingest;

import dev.winnow.ingest.lookup.MessageLookup;
import dev.winnow.ingest.lookup.VerdictWatcher;
import dev.winnow.ingest.lookup.WaiterSettings;
import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.ingest.submit.PackerSettings;
import dev.winnow.ingest.submit.SubmitEndpoint;
import dev.winnow.ingest.submit.Submitter;
import dev.winnow.ingest.web.WebConfiguration;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.verdict.VerdictStore;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's beans in the order in which data flows; controllers are found by scanning. The ports come from whoever starts it: an
 * {@link EnvelopeQueue}, a {@link VerdictStore}, a {@link dev.winnow.tenant.TenantDirectory} and {@link MessageIds}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties({PackerSettings.class, WaiterSettings.class})
@PropertySource("classpath:dev/winnow/ingest/ingest.properties")
@ComponentScan(useDefaultFilters = false, includeFilters = @ComponentScan.Filter(RestController.class))
@Import(WebConfiguration.class)
public class IngestConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EnvelopePacker envelopePacker(EnvelopeQueue queue, MessageIds ids, PackerSettings settings, Clock clock) {
        return new EnvelopePacker(queue, ids, settings, clock);
    }

    @Bean
    Submitter submitter(EnvelopePacker packer, PackerSettings settings) {
        return new Submitter(packer, settings);
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
    FilterRegistrationBean<Filter> submitEndpoint(Submitter submitter, MessageLookup lookup, JsonMapper json) {
        return WebConfiguration.inOrder(WebConfiguration.LAST, new SubmitEndpoint(submitter, lookup, json));
    }

    /** Stopping begins with this event; the web server then waits for its requests, which must not wait for verdicts any more. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfWaiting(VerdictWatcher watcher) {
        return _ -> watcher.close();
    }
}
