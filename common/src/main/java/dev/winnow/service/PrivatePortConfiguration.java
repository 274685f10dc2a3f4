package dev.winnow.service;

import dev.winnow.fleet.Liveness;
import dev.winnow.fleet.MetricsEndpoint;
import dev.winnow.fleet.MetricsSettings;
import dev.winnow.fleet.Readiness;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The port for operators of a program without an HTTP server of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("${winnow.metrics.port:0} > 0")
public class PrivatePortConfiguration {
    @Bean
    MetricsEndpoint metricsEndpoint(
            MetricsSettings settings,
            PrometheusMeterRegistry registry,
            ObjectProvider<Liveness> lanes,
            ObjectProvider<Readiness> parts) {
        return MetricsEndpoint.start(
                settings.port(),
                registry::scrape,
                () -> lanes.stream().allMatch(Liveness::isReceiving),
                () -> parts.stream().flatMap(part -> part.findWait().stream()).findFirst());
    }
}
