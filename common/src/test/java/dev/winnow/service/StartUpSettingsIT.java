package dev.winnow.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.aws.Aws;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import software.amazon.awssdk.services.ssm.SsmClient;

class StartUpSettingsIT {
    private final String path = "/winnow/" + UUID.randomUUID() + "/";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(QueueSettings.class)
    static class Settings {}

    /** A process that was started with these environment variables. */
    private static final class Variables extends StandardEnvironment {
        private Variables(Map<String, Object> variables) {
            getPropertySources()
                    .replace(
                            SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        }
    }

    @Test
    void comeFromParameterStoreUnlessTheEnvironmentSaysOtherwise() {
        put("winnow.queue.scan-queue", "named-by-parameter");
        put("winnow.queue.bulk-queue", "named-by-parameter-too");

        try (ConfigurableApplicationContext context = start(
                Map.of("WINNOW_QUEUE_BULKQUEUE", "named-by-variable"),
                Aws.shared().endpoint())) {
            QueueSettings queues = context.getBean(QueueSettings.class);
            assertThat(queues.scanQueue()).isEqualTo("named-by-parameter");
            assertThat(queues.bulkQueue()).isEqualTo("named-by-variable");
            assertThat(queues.deadLetterQueue()).isEqualTo("winnow-dead-letters");
        }
    }

    @Test
    void areNotGuessedWhenParameterStoreDoesNotAnswer() {
        assertThatThrownBy(() -> start(Map.of(), URI.create("http://127.0.0.1:9")))
                .hasStackTraceContaining("127.0.0.1:9");
    }

    private ConfigurableApplicationContext start(Map<String, Object> variables, URI endpoint) {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .environment(new Variables(variables))
                .run(
                        "--spring.config.import=aws-parameterstore:" + path,
                        "--spring.cloud.aws.endpoint=" + endpoint,
                        "--spring.cloud.aws.region.static=us-east-1",
                        "--spring.cloud.aws.credentials.access-key=test",
                        "--spring.cloud.aws.credentials.secret-key=test");
    }

    private void put(String name, String value) {
        try (SsmClient parameters = Aws.shared().parameters()) {
            parameters.putParameter(put -> put.name(path + name).value(value).type("String"));
        }
    }
}
