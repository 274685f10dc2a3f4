package dev.winnow.service;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.ParameterWatch;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.WatchedTenantFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tenants and secrets: from a file and the environment, or published and reloaded while the application runs. */
@Configuration(proxyBeanMethods = false)
class TenantsConfiguration {
    /** The tenants of a file that is watched for changes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(Published.NO)
    static class FileConfiguration {
        @Bean
        WatchedTenantFile tenantDirectory(ServiceSettings settings) throws IOException {
            return WatchedTenantFile.open(settings.tenants());
        }
    }

    /** The tenants of one S3 object, which a parameter names. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(Published.YES)
    static class PublishedConfiguration {
        @Bean
        LiveTenants tenantDirectory() {
            return new LiveTenants(List.of());
        }

        /** Loads the published tenants; before the first publication there are no tenants. */
        @Bean
        PublishedTenants publishedTenants(
                AwsServices aws, ServiceSettings settings, ParameterSettings parameters, LiveTenants tenants) {
            Publication published = aws.openPublication(
                    parameters.tenantsPointer(),
                    settings.bucket(),
                    "tenants/",
                    settings.data().resolve("published"));
            return PublishedTenants.start(published, parameters.tenantsPointer(), tenants);
        }

        @Bean
        ParameterWatch parameterWatch(
                AwsServices aws,
                ServiceSettings settings,
                ParameterSettings parameters,
                PublishedTenants live,
                ObjectProvider<MessageIds> ids,
                ObjectProvider<WatchedParameters> more,
                MeterRegistry registry) {
            ParameterWatch watch = aws.openWatch()
                    .onChange(
                            parameters.tenantsPointer(),
                            live.pointer().toString(),
                            text -> live.follow(Pointer.parse(text)));
            if (!settings.idSecrets().isBlank()) {
                watch.onChange(
                        parameters.idSecrets(),
                        settings.idSecrets(),
                        value -> ids.getObject().rotateSecrets(IdSecret.parseSecrets(value)));
            }
            more.orderedStream().forEach(each -> each.addTo(watch));
            Gauge.builder("winnow.parameters.stale", watch, w -> w.staleFor().toSeconds())
                    .description("Time since the pointers of published rules and tenants were read")
                    .baseUnit("seconds")
                    .register(registry);
            return watch.start(parameters.period());
        }
    }
}
