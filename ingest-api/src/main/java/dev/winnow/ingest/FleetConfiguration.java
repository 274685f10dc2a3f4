package dev.winnow.ingest;

import dev.winnow.aws.SqsQueues;
import dev.winnow.ingest.fleet.Backlogs;
import dev.winnow.ingest.submit.EnvelopePacker;
import dev.winnow.standalone.EmfLines;
import dev.winnow.standalone.MetricsSettings;
import dev.winnow.standalone.QueueSettings;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What an API task that runs alone shows to the fleet around it. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {
    @Bean
    EmfLines emfLines(MetricsSettings settings, SqsAsyncClient client, QueueSettings queues, EnvelopePacker packer) {
        Backlogs backlogs = new Backlogs(
                Map.of(
                        "ScanBacklog", SqsQueues.depth(client, queues.scanQueue()),
                        "BulkBacklog", SqsQueues.depth(client, queues.bulkQueue()),
                        "CallbackBacklog", SqsQueues.depth(client, queues.callbackQueue())),
                packer);
        return EmfLines.start("ingest-api", settings.every(), backlogs, EmfLines.STANDARD_OUTPUT);
    }
}
