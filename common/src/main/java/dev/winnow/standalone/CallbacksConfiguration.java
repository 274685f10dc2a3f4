package dev.winnow.standalone;

import dev.winnow.aws.SqsQueues;
import dev.winnow.callback.CallbackPorts;
import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.EndpointStore;
import dev.winnow.callback.MasterKey;
import dev.winnow.callback.SecretSealer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What callbacks stand on, in an application that runs alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackSettings.class)
class CallbacksConfiguration {
    @Bean
    @Lazy
    CallbackQueue callbackQueue(SqsAsyncClient client, QueueSettings settings) {
        return SqsQueues.openCallbacks(client, settings.toCallbackQueueSettings());
    }

    @Bean
    EndpointStore endpointStore(Stores stores) {
        return stores.endpoints();
    }

    /** Only with a master key: without one nobody can register an endpoint, and there is nothing to send. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(MasterKeyCondition.class)
    static class SealedConfiguration {
        @Bean
        SecretSealer secretSealer(CallbackSettings settings) {
            return new SecretSealer(settings.masterKeys());
        }

        @Bean
        CallbackPorts callbackPorts(
                Stores stores,
                SecretSealer sealer,
                CallbackSettings settings,
                StandaloneSettings standalone,
                @Value("${spring.cloud.aws.endpoint:}") String endpoint,
                @Value("${ecs.container.metadata.uri.v4:}") String task) {
            boolean onAws =
                    !task.isBlank() || (standalone.store() == StandaloneSettings.Store.DYNAMODB && endpoint.isBlank());
            if (settings.allowLocal() && onAws) {
                throw new IllegalArgumentException("winnow.callbacks.allow-local is for development and refused on AWS:"
                        + " endpoints could reach the inside of the network; take the setting away");
            }
            return new CallbackPorts(
                    stores.endpoints(), stores.dueCallbacks(), stores.attempts(), sealer, settings.urls());
        }

        @Bean
        WatchedParameters masterKey(ParameterSettings parameters, CallbackSettings settings, SecretSealer sealer) {
            return watch -> watch.on(
                    parameters.masterKey(), settings.masterKey(), value -> sealer.rotate(MasterKey.parse(value)));
        }
    }
}
