package dev.winnow.service;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.ParameterWatch;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.WatchedTenantFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tenants and secrets: from a file and the environment, or published and reloaded while the application runs. */
@Configuration(proxyBeanMethods = false)
class TenantsConfiguration {
    /** A file that is looked at for changes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(Published.NO)
    static class FileConfiguration {
        @Bean
        WatchedTenantFile tenantDirectory(ServiceSettings settings) throws IOException {
            return WatchedTenantFile.open(settings.tenants());
        }
    }

    /** One S3 object, named by a parameter. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(Published.YES)
    static class PublishedConfiguration {
        @Bean
        LiveTenants tenantDirectory() {
            return new LiveTenants(List.of());
        }

        /** Begins with what is live; whoever asks for tenants before that finds none. */
        @Bean
        ParameterWatch parameterWatch(
                AwsServices aws,
                ServiceSettings settings,
                ParameterSettings parameters,
                LiveTenants tenants,
                ObjectProvider<MessageIds> ids,
                ObjectProvider<WatchedParameters> more,
                MeterRegistry registry) {
            Publication published = aws.publication(
                    parameters.tenants(),
                    settings.bucket(),
                    "tenants/",
                    settings.data().resolve("published"));
            Version live = published
                    .live()
                    .orElseThrow(() -> new IllegalStateException("parameter " + parameters.tenants()
                            + " does not exist: publish tenants first, with winnow tenant add"));
            tenants.replace(read(published, live));
            ParameterWatch watch = aws.watch()
                    .on(
                            parameters.tenants(),
                            live.toString(),
                            pointer -> tenants.replace(read(published, Version.parse(pointer))));
            if (!settings.idSecrets().isBlank()) {
                watch.on(
                        parameters.idSecrets(),
                        settings.idSecrets(),
                        value -> ids.getObject().rotate(IdSecret.parse(value)));
            }
            more.orderedStream().forEach(each -> each.addTo(watch));
            registry.gauge(
                    "winnow.parameters.stale.seconds", watch, w -> w.staleFor().toSeconds());
            return watch.start(parameters.period());
        }

        private static List<Tenant> read(Publication published, Version version) {
            return TenantFile.parse(published.read(version), version.key());
        }
    }
}
