package dev.winnow.worker;

import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
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

/** The ports of a worker that runs alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StandaloneSettings.class)
class StandaloneConfiguration {
    @Bean
    EnvelopeQueue envelopeQueue(SqsAsyncClient client, StandaloneSettings settings) {
        return SqsQueues.scanQueue(client, new SqsSettings(settings.scanQueue(), settings.visibility(), true));
    }

    @Bean
    SqliteDatabase database(StandaloneSettings settings) {
        return SqliteDatabase.open(settings.data().resolve("winnow.db"), Clock.systemUTC());
    }

    @Bean
    VerdictStore verdictStore(SqliteDatabase database) {
        return database.verdicts();
    }

    @Bean
    TenantDirectory tenantDirectory(StandaloneSettings settings) throws IOException {
        return new Tenants(TenantFile.read(settings.tenants()));
    }
}
