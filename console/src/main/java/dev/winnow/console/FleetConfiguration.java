package dev.winnow.console;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.SqsQueues;
import dev.winnow.console.access.OperatorKeys;
import dev.winnow.console.now.QueueReader;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.rules.PublishedRuleBook;
import dev.winnow.console.tenants.PublishedTenantBook;
import dev.winnow.history.MessageHistory;
import dev.winnow.message.MessageIds;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.ParameterSettings;
import dev.winnow.service.QueueSettings;
import dev.winnow.service.ServiceSettings;
import dev.winnow.service.Stores;
import dev.winnow.service.WatchedParameters;
import dev.winnow.worker.rules.BundleSignature;
import dev.winnow.worker.rules.PublishedRules;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.yara.RuleSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The ports of a console that is one task of a fleet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class FleetConfiguration {
    @Bean
    PublishedRules ruleFeed(
            AwsServices aws,
            ServiceSettings settings,
            ParameterSettings parameters,
            TrippedRules tripped,
            @Value("${winnow.rules.public-key:}") String publicKey) {
        return PublishedRules.start(
                openRules(aws, settings, parameters),
                settings.data().resolve("published").resolve("console-rules-last-good"),
                publicKey.isBlank() ? null : BundleSignature.parsePublicKey(publicKey),
                tripped);
    }

    @Bean
    WatchedParameters rulesPointer(PublishedRules rules, ParameterSettings parameters) {
        return watch -> watch.onChange(
                parameters.rulesPointer(), rules.pointer().toString(), text -> rules.follow(Pointer.parse(text)));
    }

    @Bean
    ConsolePorts consolePorts(
            Stores stores,
            MessageHistory history,
            EnvelopeQueue queue,
            MessageIds ids,
            PublishedRules rules,
            AwsServices aws,
            SqsAsyncClient client,
            QueueSettings queues,
            ServiceSettings settings,
            ParameterSettings parameters,
            ConsoleSettings console,
            TrippedRules tripped,
            @Value("${winnow.rules.public-key:}") String publicKey) {
        Publication published = openRules(aws, settings, parameters);
        Publication tenants = aws.openPublication(
                parameters.tenantsPointer(),
                settings.bucket(),
                "tenants/",
                settings.data().resolve("published"));
        DepthGauge live = SqsQueues.openDepth(client, queues.scanQueue());
        DepthGauge bulk = SqsQueues.openDepth(client, queues.bulkQueue());
        return new ConsolePorts(
                stores,
                history,
                queue,
                new PublishedTenantBook(tenants),
                ids,
                new LiveRules(
                        rules,
                        () -> readSources(published),
                        new PublishedRuleBook(
                                published,
                                tripped,
                                publicKey.isBlank() ? bundle -> bundle : FleetConfiguration::refuseToSign)),
                SqsQueues.openDeadLetters(client, queues.toSqsSettings()),
                () -> new QueueReader.Depths(
                        live.readDepth().total(), bulk.readDepth().total(), null),
                OperatorKeys.parse(console.keys()));
    }

    private static Publication openRules(AwsServices aws, ServiceSettings settings, ParameterSettings parameters) {
        return aws.openPublication(
                parameters.rulesPointer(),
                settings.bucket(),
                "rules/",
                settings.data().resolve("published"));
    }

    /** The private key is on an operator's own machine, and not in the fleet. */
    private static byte[] refuseToSign(byte[] bundle) {
        throw new IllegalStateException(
                "the workers take signed rules only, and the console has no key: take 'winnow rules state --key FILE'");
    }

    private static List<RuleSource> readSources(Publication published) {
        return switch (published.findLive()) {
            case Pointer.Published live ->
                RuleBundle.parseZip(published.readContent(live.version())).sources();
            case Pointer.Unpublished _ -> List.of();
        };
    }
}
