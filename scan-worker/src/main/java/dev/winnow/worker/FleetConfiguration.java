package dev.winnow.worker;

import dev.winnow.aws.ParameterWatch;
import dev.winnow.fleet.EmfLines;
import dev.winnow.fleet.MetricsSettings;
import dev.winnow.fleet.TaskProtection;
import dev.winnow.publication.WorkerRegistry;
import dev.winnow.worker.fleet.RegistryReports;
import dev.winnow.worker.fleet.WorkerFigures;
import dev.winnow.worker.fuse.RuleFuse;
import dev.winnow.worker.poll.WorkerMetrics;
import dev.winnow.worker.rules.RuleFeed;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The duties of a worker as one task of a fleet. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {
    @Bean
    @ConditionalOnProperty("ecs.agent.uri")
    TaskProtection taskProtection(@Value("${ecs.agent.uri}") URI agent, WorkerMetrics metrics) {
        return TaskProtection.start(agent, metrics);
    }

    @Bean
    EmfLines emfLines(
            MetricsSettings settings, WorkerMetrics metrics, RuleFuse fuse, ObjectProvider<ParameterWatch> watch) {
        WorkerFigures figures = new WorkerFigures(
                metrics,
                () -> watch.stream().mapToLong(w -> w.staleFor().toSeconds()).sum(),
                fuse::countTrips);
        return EmfLines.start("scan-worker", settings.every(), figures, EmfLines.STANDARD_OUTPUT);
    }

    @Bean
    @ConditionalOnProperty(name = "winnow.store", havingValue = "dynamodb")
    RegistryReports rosterReports(WorkerRegistry roster, RuleFeed rules) {
        return RegistryReports.start(
                roster, () -> rules.isLive() ? rules.activeRules().current().version() : "none");
    }
}
