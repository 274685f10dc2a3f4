package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.aws.ElasticMq;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.SqsSettings;
import dev.winnow.tenant.TenantFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A start that fails over a setting: the error says which setting, and shows no secret. */
class SecretSettingsIT {
    private static final String MARKED = "bWFya2VkLXNlY3JldC1tYXJrZWQtc2VjcmV0LW1hcmtlZC1zZWNyZXQ=";
    private static final String GOOD_ID = "--winnow.id-secrets=0:" + MARKED;
    private static final String GOOD_MASTER =
            "--winnow.callbacks.master-key=0:bWFya2VkLW1hc3RlcmtleS1tYXJrZWQtbWFzdGVyLWs=";

    @TempDir
    private Path data;

    @Test
    void namesTheSettingAndNotItsValue() throws Exception {
        assertThat(failToStart("--winnow.id-secrets=" + MARKED)).contains("WINNOW_IDSECRETS must be number:base64");
        assertThat(failToStart(GOOD_ID, "--winnow.callbacks.master-key=" + MARKED))
                .contains("WINNOW_CALLBACKS_MASTERKEY must be number:base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--winnow.callbacks.master-key=0:bWFya2Vk' + T(java.lang.System)",
                "--winnow.callbacks.notices=0",
                "--winnow.callbacks.ports=x",
                "--winnow.store=nonsense",
                "--winnow.queue.visibility=x",
                "--winnow.parameters.period=x",
            })
    void showsNoSecretWhenASettingBesideItIsWrong(String setting) throws Exception {
        String said = setting.startsWith("--winnow.callbacks.master-key")
                ? failToStart(GOOD_ID, setting)
                : failToStart(GOOD_ID, GOOD_MASTER, setting);

        assertThat(said).isNotBlank();
    }

    /** Everything that a start says until it fails: its log, its error with all causes, and Spring Boot's analysis of it. */
    private String failToStart(String... settings) throws Exception {
        Files.writeString(data.resolve("tenants.yaml"), TenantFile.writeDocument(List.of()));
        StringWriter said = new StringWriter();
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (ElasticMq sqs = new ElasticMq();
                SqsAsyncClient queue = sqs.client()) {
            SqsQueues.createQueues(queue, SqsSettings.DEFAULT);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThatThrownBy(() -> IngestApplication.startAlone(
                            arguments(sqs.endpoint().toString(), settings)))
                    .satisfies(error -> error.printStackTrace(new PrintWriter(said, true)));
        } finally {
            System.setOut(terminal);
        }
        String all = said + printed.toString(StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("bWFya2Vk");
        return all;
    }

    private String[] arguments(String endpoint, String... settings) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--winnow.data=" + data,
                                "--winnow.tenants=" + data.resolve("tenants.yaml"),
                                "--spring.cloud.aws.endpoint=" + endpoint,
                                "--spring.cloud.aws.region.static=us-east-1",
                                "--spring.cloud.aws.credentials.access-key=x",
                                "--spring.cloud.aws.credentials.secret-key=x"),
                        Stream.of(settings))
                .toArray(String[]::new);
    }
}
