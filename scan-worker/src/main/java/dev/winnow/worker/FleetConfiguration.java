package dev.winnow.worker;

import dev.winnow.publication.Roster;
import dev.winnow.worker.fleet.EmfLines;
import dev.winnow.worker.fleet.MetricsEndpoint;
import dev.winnow.worker.fleet.RosterReports;
import dev.winnow.worker.fleet.TaskProtection;
import dev.winnow.worker.poll.WorkerMetrics;
import dev.winnow.worker.rules.RuleFeed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a worker that runs alone shows to the fleet around it. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnProperty("ecs.agent.uri")
    TaskProtection taskProtection(@Value("${ecs.agent.uri}") URI agent, WorkerMetrics metrics) {
        return TaskProtection.start(agent, metrics::pulse, LOOK_EVERY, QUIET);
    }

    @Bean
    @ConditionalOnExpression("${winnow.worker.metrics-port:0} > 0")
    MetricsEndpoint metricsEndpoint(WorkerSettings settings, PrometheusMeterRegistry registry) {
        return MetricsEndpoint.start(settings.metricsPort(), registry::scrape);
    }

    @Bean
    @ConditionalOnProperty("winnow.worker.metrics-every")
    EmfLines emfLines(WorkerSettings settings, WorkerMetrics metrics) {
        return EmfLines.start(
                "scan-worker", settings.metricsEvery(), () -> values(metrics), WorkerApplication.STANDARD_OUTPUT);
    }

    @Bean
    @ConditionalOnProperty(name = "winnow.store", havingValue = "dynamodb")
    RosterReports rosterReports(Roster roster, RuleFeed rules) {
        return RosterReports.start(roster, () -> rules.rules().current().version());
    }

    private static Map<String, Double> values(WorkerMetrics metrics) {
        return Map.of(
                "InFlightEnvelopes", (double) metrics.inFlight(),
                "EnvelopesDone", (double) metrics.envelopes(),
                "MessagesDone", (double) metrics.messages(),
                "OldestAgeAtFirstReceiveSeconds", metrics.takeOldestAge().toMillis() / 1000.0);
    }
}
