package dev.winnow.sender;

import dev.winnow.fleet.EmfLines;
import dev.winnow.fleet.MetricsSettings;
import dev.winnow.fleet.TaskProtection;
import dev.winnow.sender.delivery.SenderMetrics;
import dev.winnow.sender.delivery.WebhookSender;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of a callback sender that is one task of a fleet. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {
    @Bean
    @ConditionalOnProperty("ecs.agent.uri")
    TaskProtection taskProtection(@Value("${ecs.agent.uri}") URI agent, WebhookSender sender) {
        return TaskProtection.start(agent, sender);
    }

    @Bean
    EmfLines emfLines(MetricsSettings settings, SenderMetrics metrics) {
        return EmfLines.start(
                "callback-sender", settings.every(), new SenderFigures(metrics), EmfLines.STANDARD_OUTPUT);
    }
}
