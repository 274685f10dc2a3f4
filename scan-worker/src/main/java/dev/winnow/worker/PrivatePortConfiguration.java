package dev.winnow.worker;

import dev.winnow.worker.callback.CallbackSender;
import dev.winnow.worker.fleet.MetricsEndpoint;
import dev.winnow.worker.poll.Lanes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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
            ObjectProvider<Lanes> lanes,
            ObjectProvider<CallbackSender> sender) {
        return MetricsEndpoint.start(
                settings.metricsPort(),
                registry::scrape,
                () -> lanes.stream().allMatch(Lanes::isReceiving)
                        && sender.stream().allMatch(CallbackSender::isReceiving));
    }
}
