package dev.winnow.ingest;

import dev.winnow.aws.SqsQueues;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.Tenants;
import dev.winnow.verdict.VerdictStore;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The ports of an API that runs alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StandaloneSettings.class, QueueSettings.class})
class StandaloneConfiguration {
    @Bean
    EnvelopeQueue envelopeQueue(SqsAsyncClient client, QueueSettings settings) {
        return SqsQueues.scanQueue(client, settings.toSqsSettings());
    }

    @Bean
    SqliteDatabase database(StandaloneSettings settings, Clock clock) {
        return SqliteDatabase.open(settings.data().resolve("winnow.db"), clock);
    }

    @Bean
    VerdictStore verdictStore(SqliteDatabase database) {
        return database.verdicts();
    }

    @Bean
    IdempotencyStore idempotencyStore(SqliteDatabase database) {
        return database.requests();
    }

    @Bean
    FeedbackStore feedbackStore(SqliteDatabase database) {
        return database.feedback();
    }

    @Bean
    TenantDirectory tenantDirectory(StandaloneSettings settings) throws IOException {
        return new Tenants(TenantFile.read(settings.tenants()));
    }

    @Bean
    MessageIds messageIds(StandaloneSettings settings) {
        return new MessageIds(settings.secrets());
    }
}
