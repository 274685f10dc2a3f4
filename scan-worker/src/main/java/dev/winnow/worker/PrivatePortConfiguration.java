package dev.winnow.worker;

import dev.winnow.standalone.PublishedTenants;
import dev.winnow.worker.fleet.MetricsEndpoint;
import dev.winnow.worker.rules.RuleFeed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door for operators, the same in both roles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
@ConditionalOnExpression("${winnow.worker.metrics-port:0} > 0")
class PrivatePortConfiguration {
    @Bean
    MetricsEndpoint metricsEndpoint(
            WorkerSettings settings,
            PrometheusMeterRegistry registry,
            ObjectProvider<RuleFeed> rules,
            ObjectProvider<PublishedTenants> tenants) {
        return MetricsEndpoint.start(settings.metricsPort(), registry::scrape, () -> findWait(rules, tenants));
    }

    private static Optional<String> findWait(ObjectProvider<RuleFeed> rules, ObjectProvider<PublishedTenants> tenants) {
        if (rules.stream().anyMatch(feed -> !feed.isLive())) {
            return Optional.of("no rules are published yet: publish some with winnow rules publish");
        }
        return tenants.stream().allMatch(PublishedTenants::isPublished)
                ? Optional.empty()
                : Optional.of("no tenants are published yet: add one with winnow tenant add");
    }
}
