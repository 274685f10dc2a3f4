package dev.winnow.worker;

import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.EndpointStore;
import dev.winnow.worker.callback.CallbackNotices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A scan worker that tells the callback senders. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {
    @Bean
    CallbackNotices callbackNotices(EndpointStore endpoints, CallbackQueue queue) {
        return new CallbackNotices(endpoints, queue);
    }
}
