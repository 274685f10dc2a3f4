package dev.winnow.worker;

import dev.winnow.worker.callback.CallbackSender;
import dev.winnow.worker.fleet.TaskProtection;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a callback sender shows to the fleet around it: that it is busy. */
@Configuration(proxyBeanMethods = false)
class SenderFleetConfiguration {
    @Bean
    @ConditionalOnProperty("ecs.agent.uri")
    TaskProtection taskProtection(@Value("${ecs.agent.uri}") URI agent, CallbackSender sender) {
        return TaskProtection.start(agent, sender::pulse);
    }
}
