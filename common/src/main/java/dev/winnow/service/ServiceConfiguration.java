package dev.winnow.service;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoDatabase;
import dev.winnow.aws.SqsQueues;
import dev.winnow.fleet.MetricsSettings;
import dev.winnow.fleet.Readiness;
import dev.winnow.message.MessageIds;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.WorkerRegistry;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.sqlite.SqliteDatabase;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The ports of an application that runs alone. Credentials, region, endpoint and the SQS client come from Spring Cloud AWS. A port that an
 * application does not use is not opened.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ServiceSettings.class,
    QueueSettings.class,
    TableSettings.class,
    ParameterSettings.class,
    MetricsSettings.class
})
@Import({StoresConfiguration.class, TenantsConfiguration.class, WebhooksConfiguration.class})
public class ServiceConfiguration {
    @Bean
    @Lazy
    EnvelopeQueue envelopeQueue(SqsAsyncClient client, QueueSettings settings) {
        return SqsQueues.openEnvelopes(client, settings.toSqsSettings());
    }

    @Bean
    @Lazy
    AwsServices awsServices(
            AwsCredentialsProvider credentials,
            AwsRegionProvider region,
            @Value("${spring.cloud.aws.endpoint:}") String endpoint) {
        return new AwsServices(credentials, region.getRegion(), endpoint.isBlank() ? null : URI.create(endpoint));
    }

    @Bean
    @Lazy
    MessageIds messageIds(ServiceSettings settings) {
        return new MessageIds(settings.parseSecrets());
    }

    @Bean
    WatchedParameters logLevels(ParameterSettings parameters) {
        return new LogLevels(LoggingSystem.get(ServiceConfiguration.class.getClassLoader()), parameters.logLevels());
    }

    /** The stores in one file on this machine. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "winnow.store", havingValue = "sqlite", matchIfMissing = true)
    static class SqliteConfiguration {
        @Bean
        SqliteDatabase database(ServiceSettings settings) {
            return SqliteDatabase.openFile(settings.data().resolve("winnow.db"), Clock.systemUTC());
        }

        /** Holds readiness back while the file takes no writes; other processes of this machine share it. */
        @Bean
        Readiness databaseReadiness(SqliteDatabase database) {
            return () -> database.isWritable()
                    ? Optional.empty()
                    : Optional.of("the database file takes no writes: the log names the cause");
        }

        @Bean
        Stores stores(SqliteDatabase database) {
            return Stores.of(database);
        }
    }

    /** The stores in one table of a fleet. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "winnow.store", havingValue = "dynamodb")
    static class DynamoConfiguration {
        @Bean
        DynamoDatabase database(AwsServices aws, TableSettings settings) {
            return aws.openDatabase(settings.toDynamoSettings(), Clock.systemUTC());
        }

        @Bean
        Stores stores(DynamoDatabase database) {
            return Stores.of(database);
        }

        @Bean
        TrippedRules trippedRules(DynamoDatabase database) {
            return database.tripped();
        }

        @Bean
        WorkerRegistry roster(DynamoDatabase database) {
            return database.roster();
        }
    }
}
