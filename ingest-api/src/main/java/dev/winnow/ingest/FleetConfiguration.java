package dev.winnow.ingest;

import dev.winnow.aws.SqsQueues;
import dev.winnow.fleet.EmfLines;
import dev.winnow.fleet.MetricsSettings;
import dev.winnow.fleet.Readiness;
import dev.winnow.ingest.fleet.BusiestTenants;
import dev.winnow.ingest.fleet.QueueBacklogs;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.queue.DepthGauge;
import dev.winnow.service.QueueSettings;
import dev.winnow.webhook.WebhookPorts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The health and the metrics that an API task shows to the fleet around it. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {
    /**
     * Holds readiness back while a part of the task has to wait, such as for the first tenants; the load balancer looks at /ping, which
     * answers meanwhile.
     */
    @Bean
    HealthIndicator partsHealthIndicator(ObjectProvider<Readiness> parts) {
        return () -> parts.stream()
                .flatMap(part -> part.findWait().stream())
                .findFirst()
                .map(reason ->
                        Health.outOfService().withDetail("waiting", reason).build())
                .orElseGet(() -> Health.up().build());
    }

    /** Logs which tenants send most, so that a surge can be traced to its tenant. */
    @Bean
    BusiestTenants busiestTenants(Quotas quotas) {
        return BusiestTenants.start(quotas.volumes());
    }

    /** Writes the backlog of each queue; an installation without webhooks has no queue of webhooks. */
    @Bean
    EmfLines emfLines(
            MetricsSettings settings,
            SqsAsyncClient client,
            QueueSettings queues,
            EnvelopePacker packer,
            ObjectProvider<WebhookPorts> callbacks) {
        Map<String, DepthGauge> lanes = new HashMap<>();
        lanes.put("ScanBacklog", SqsQueues.openDepth(client, queues.scanQueue()));
        lanes.put("BulkBacklog", SqsQueues.openDepth(client, queues.bulkQueue()));
        callbacks.ifAvailable(_ -> lanes.put("CallbackBacklog", SqsQueues.openDepth(client, queues.callbackQueue())));
        QueueBacklogs backlogs = new QueueBacklogs(lanes, packer);
        return EmfLines.start("ingest-api", settings.every(), backlogs, EmfLines.STANDARD_OUTPUT);
    }
}
