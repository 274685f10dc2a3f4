package dev.winnow.service;

import dev.winnow.aws.AwsServices;
import dev.winnow.history.MessageHistory;
import dev.winnow.sqlite.SqliteHistory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history of an application that runs alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistorySettings.class)
public class HistoryConfiguration {
    @Bean
    MessageHistory messageHistory(ServiceSettings service, HistorySettings settings, ObjectProvider<AwsServices> aws) {
        return switch (service.store()) {
            case SQLITE -> SqliteHistory.openFile(service.data().resolve("history.db"));
            case DYNAMODB ->
                settings.bucket().isBlank()
                        ? MessageHistory.NONE
                        : aws.getObject().openHistory(settings.bucket());
        };
    }
}
