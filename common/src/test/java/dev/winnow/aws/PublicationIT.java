package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.PublicationUnavailableException;
import dev.winnow.publication.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class PublicationIT {
    private final FaultProxy proxy = new FaultProxy(Aws.shared().endpoint());
    private final SsmClient parameters = Aws.shared().through(proxy).parameters();
    private final S3Client objects = Aws.shared().through(proxy).objects();
    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path copies;

    @AfterEach
    void close() {
        parameters.close();
        objects.close();
        proxy.close();
    }

    @Test
    void publishesReadsAndRollsBack() {
        Publication rules = publication();
        assertThat(rules.findLive()).isEqualTo(new Pointer.Unpublished());
        assertThat(rules.listHistory()).isEmpty();

        Version first = rules.publishContent("one", bytes("first"));
        Version second = rules.publishContent("two", bytes("second"));

        assertThat(rules.findLive()).isEqualTo(new Pointer.Published(second));
        assertThat(rules.readContent(second)).isEqualTo(bytes("second"));
        assertThat(rules.listHistory()).containsExactly(second, first);
        rules.activateVersion(first);
        assertThat(rules.findLive()).isEqualTo(new Pointer.Published(first));
        assertThat(rules.listHistory()).containsExactly(first, second);
        assertThat(rules.activations()).extracting(Activation::version).containsExactly(first, second, first);
        assertThat(rules.activations()).extracting(Activation::isPublished).containsExactly(false, true, true);
        assertThat(rules.activations())
                .allSatisfy(activation -> assertThat(activation.at()).isAfter(Instant.EPOCH));
    }

    @Test
    void takesThePointerOfANewFleetForNotYetPublished() {
        Publication rules = publication();
        put("pointer", "unset");

        assertThat(rules.findLive()).isEqualTo(new Pointer.Unpublished());
        assertThat(rules.listHistory()).isEmpty();

        Version first = rules.publishContent("one", bytes("first"));
        assertThat(rules.findLive()).isEqualTo(new Pointer.Published(first));
        assertThat(rules.listHistory()).containsExactly(first);
    }

    @Test
    void leavesATypingErrorOutOfTheHistory() {
        Publication rules = publication();
        Version first = rules.publishContent("one", bytes("first"));
        put("pointer", "rules/one");

        assertThatThrownBy(rules::findLive).hasMessageContaining("a pointer must be key@sha256");
        assertThat(rules.listHistory()).containsExactly(first);
    }

    @Test
    void refusesAContentThatWasChangedBehindItsPointer() {
        Publication rules = publication();
        Version version = rules.publishContent("one", bytes("good"));
        objects.putObject(put -> put.bucket(bucket).key(version.key()), RequestBody.fromString("evil"));

        assertThatThrownBy(() -> rules.readContent(version))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(version.key())
                .hasMessageContaining("publish again");
    }

    @Test
    void readsItsOwnCopyWhileNothingAnswers() {
        Publication rules = publication();
        Version version = rules.publishContent("one", bytes("good"));
        rules.readContent(version);
        proxy.cut();

        assertThat(rules.readContent(version)).isEqualTo(bytes("good"));
        assertThatThrownBy(rules::findLive).isInstanceOf(PublicationUnavailableException.class);
    }

    @Test
    void handsOnChangedValuesWithOneCallAndKeepsTheLastGoodValue() {
        put("a", "1");
        put("b", "1");
        List<String> seen = new CopyOnWriteArrayList<>();
        try (ParameterWatch watch = new ParameterWatch(parameters)
                .onChange(path + "a", "1", seen::add)
                .onChange(path + "b", "1", PublicationIT::refuseOddOnes)
                .start(Duration.ofMillis(100))) {
            await().until(() -> proxy.requests("GetParameters") >= 3);
            assertThat(seen).isEmpty();

            put("a", "2");
            put("b", "odd");
            await().untilAsserted(() -> assertThat(seen).containsExactly("2"));

            proxy.cut();
            await().until(() -> watch.staleFor().compareTo(Duration.ofMillis(600)) > 0);
            proxy.heal();
            await().during(Duration.ofMillis(400)).until(() -> watch.staleFor().compareTo(Duration.ofMillis(300)) > 0);

            put("b", "even");
            await().until(() -> watch.staleFor().compareTo(Duration.ofMillis(300)) < 0);
            assertThat(seen).containsExactly("2");
        }
        assertThat(proxy.requests("GetParameter")).isZero();
    }

    private static void refuseOddOnes(String value) {
        if (value.equals("odd")) {
            throw new IllegalArgumentException("odd");
        }
    }

    private Publication publication() {
        objects.createBucket(create -> create.bucket(bucket));
        return new S3Publication(
                parameters, objects, new S3Publication.Place(path + "pointer", bucket, "rules/", copies));
    }

    private void put(String name, String value) {
        parameters.putParameter(put -> put.name(path + name)
                .value(value)
                .type(ParameterType.SECURE_STRING)
                .overwrite(true));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
