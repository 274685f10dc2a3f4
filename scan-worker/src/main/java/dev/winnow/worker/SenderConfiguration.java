package dev.winnow.worker;

import dev.winnow.callback.CallbackPorts;
import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.MasterKey;
import dev.winnow.message.MessageIds;
import dev.winnow.standalone.CallbackSettings;
import dev.winnow.worker.callback.CallbackSender;
import dev.winnow.worker.callback.SenderMetrics;
import io.awspring.cloud.autoconfigure.config.parameterstore.ParameterStoreAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The callback sender's beans. The ports come from whoever starts it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ParameterStoreAutoConfiguration.class)
@EnableConfigurationProperties(CallbackSettings.class)
public class SenderConfiguration {
    @Bean
    SenderMetrics senderMetrics(MeterRegistry registry) {
        return new SenderMetrics(registry);
    }

    @Bean
    CallbackSender callbackSender(
            ObjectProvider<CallbackPorts> ports,
            CallbackQueue queue,
            MessageIds ids,
            SenderMetrics metrics,
            CallbackSettings settings) {
        CallbackPorts opened = ports.getIfAvailable(() -> {
            throw new IllegalArgumentException(
                    MasterKey.SETTING + " is not set: set it to '0:' and the output of 'openssl rand -base64 32'");
        });
        return CallbackSender.start(
                opened,
                queue,
                ids,
                metrics,
                new CallbackSender.Limits(settings.notices(), settings.callsPerEndpoint()));
    }
}
