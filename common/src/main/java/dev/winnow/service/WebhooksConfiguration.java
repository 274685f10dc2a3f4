package dev.winnow.service;

import dev.winnow.aws.SqsQueues;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookQueue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The queue, keys and address rules of webhooks of a program that runs alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhooksConfiguration {
    @Bean
    @Lazy
    WebhookQueue webhookQueue(SqsAsyncClient client, QueueSettings settings) {
        return SqsQueues.openWebhooks(client, settings.toWebhookQueueSettings());
    }

    /** The beans of webhooks. They need a master key: without one no endpoint can be registered, and there are no webhooks to send. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(MasterKeyCondition.class)
    static class SealedConfiguration {
        @Bean
        SecretSealer secretSealer(WebhookSettings settings) {
            return new SecretSealer(settings.masterKeys());
        }

        @Bean
        WebhookPorts webhookPorts(
                Stores stores,
                SecretSealer sealer,
                WebhookSettings settings,
                ServiceSettings service,
                @Value("${spring.cloud.aws.endpoint:}") String endpoint,
                @Value("${ecs.container.metadata.uri.v4:}") String task) {
            boolean onAws =
                    !task.isBlank() || (service.store() == ServiceSettings.Store.DYNAMODB && endpoint.isBlank());
            if (settings.allowLocal() && onAws) {
                throw new IllegalArgumentException("winnow.callbacks.allow-local is for development and refused on AWS:"
                        + " endpoints could reach the inside of the network; take the setting away");
            }
            return stores.openWebhooks(sealer, settings.urlPolicy());
        }

        @Bean
        WatchedParameters masterKey(ParameterSettings parameters, WebhookSettings settings, SecretSealer sealer) {
            return watch -> watch.onChange(
                    parameters.masterKey(),
                    settings.masterKey(),
                    value -> sealer.rotateKeys(MasterKey.parseKeys(value)));
        }
    }
}
