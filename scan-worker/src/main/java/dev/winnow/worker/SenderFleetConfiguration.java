package dev.winnow.worker;

import dev.winnow.standalone.EmfLines;
import dev.winnow.standalone.MetricsSettings;
import dev.winnow.worker.callback.CallbackSender;
import dev.winnow.worker.callback.SenderMetrics;
import dev.winnow.worker.fleet.SenderFigures;
import dev.winnow.worker.fleet.TaskProtection;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a callback sender that runs alone shows to the fleet around it. */
@Configuration(proxyBeanMethods = false)
class SenderFleetConfiguration {
    @Bean
    @ConditionalOnProperty("ecs.agent.uri")
    TaskProtection taskProtection(@Value("${ecs.agent.uri}") URI agent, CallbackSender sender) {
        return TaskProtection.start(agent, sender);
    }

    @Bean
    EmfLines emfLines(MetricsSettings settings, SenderMetrics metrics) {
        return EmfLines.start(
                "callback-sender", settings.every(), new SenderFigures(metrics), EmfLines.STANDARD_OUTPUT);
    }
}
