package dev.winnow.console;

import dev.winnow.aws.SqsQueues;
import dev.winnow.console.access.OperatorKeys;
import dev.winnow.console.now.QueueReader;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.history.MessageHistory;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.QueueSettings;
import dev.winnow.service.Stores;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The ports of a console that is a program of its own, beside the programs that it shows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
@Import({FilesConfiguration.class, PublishedConfiguration.class})
class FleetConfiguration {
    @Bean
    ConsolePorts consolePorts(
            Stores stores,
            MessageHistory history,
            EnvelopeQueue queue,
            TenantBook tenants,
            MessageIds ids,
            LiveRules rules,
            SqsAsyncClient client,
            QueueSettings queues,
            ConsoleSettings console) {
        DepthGauge live = SqsQueues.openDepth(client, queues.scanQueue());
        DepthGauge bulk = SqsQueues.openDepth(client, queues.bulkQueue());
        return new ConsolePorts(
                stores,
                history,
                queue,
                tenants,
                ids,
                rules,
                SqsQueues.openDeadLetters(client, queues.toSqsSettings()),
                () -> new QueueReader.Depths(
                        live.readDepth().total(), bulk.readDepth().total(), null),
                OperatorKeys.parse(console.keys()));
    }
}
