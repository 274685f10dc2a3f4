package dev.winnow.sender;

import dev.winnow.message.MessageIds;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.PulseWriter;
import dev.winnow.sender.delivery.SenderMetrics;
import dev.winnow.sender.delivery.WebhookSender;
import dev.winnow.service.WebhookSettings;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookQueue;
import io.awspring.cloud.autoconfigure.config.parameterstore.ParameterStoreAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The callback sender's beans. Its ports come from {@link ServiceConfiguration} or from {@link SenderPorts}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ParameterStoreAutoConfiguration.class)
@EnableConfigurationProperties(WebhookSettings.class)
public class SenderConfiguration {
    @Bean
    SenderMetrics senderMetrics(MeterRegistry registry) {
        return new SenderMetrics(registry);
    }

    @Bean
    WebhookSender webhookSender(
            ObjectProvider<WebhookPorts> ports,
            WebhookQueue queue,
            MessageIds ids,
            SenderMetrics metrics,
            WebhookSettings settings) {
        WebhookPorts opened = ports.getIfAvailable(() -> {
            throw new IllegalArgumentException(
                    MasterKey.SETTING + " is not set: set it to '0:' and the output of 'openssl rand -base64 32'");
        });
        return WebhookSender.start(
                opened, queue, ids, metrics, new WebhookSender.Limits(settings.notices(), settings.callsPerEndpoint()));
    }

    @Bean
    PulseWriter pulseWriter(SenderMetrics metrics, PulseLog pulses) {
        return PulseWriter.start("callback-sender", new SenderPulse(metrics), pulses);
    }
}
