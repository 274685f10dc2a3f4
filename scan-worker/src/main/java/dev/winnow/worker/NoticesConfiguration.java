package dev.winnow.worker;

import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.WebhookQueue;
import dev.winnow.worker.notices.WebhookNotices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The announcement of stored verdicts to the callback sender. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {
    @Bean
    WebhookNotices webhookNotices(EndpointStore endpoints, WebhookQueue queue) {
        return new WebhookNotices(endpoints, queue);
    }
}
