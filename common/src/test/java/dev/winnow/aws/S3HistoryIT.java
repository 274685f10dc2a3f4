package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.history.MessageHistoryContract;
import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3HistoryIT extends MessageHistoryContract {
    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");

    private final S3Client objects = Aws.shared().objects();
    private final String bucket = "b-" + UUID.randomUUID();
    private final S3History history = new S3History(objects, bucket);

    @BeforeEach
    void makeBucket() {
        objects.createBucket(create -> create.bucket(bucket));
    }

    @AfterEach
    void close() {
        objects.close();
    }

    @Override
    protected MessageHistory history() {
        return history;
    }

    @Test
    void writesOneObjectForEachSaveAndHour() {
        history.saveMessages(List.of(message("acme"), message("globex"), message("acme")));

        assertThat(listKeys())
                .singleElement()
                .asString()
                .matches("history/2026-12-01T10/[0-9a-f-]{36}/acme,globex\\.gz");
    }

    @Test
    void leavesTheSweepToTheFirstWorkerOfSixHours() {
        MessageHistory other = new S3History(objects, bucket);
        history.forgetMessages(new Tenants(List.of()), TEN);
        history.saveMessages(List.of(message("acme")));

        other.forgetMessages(new Tenants(List.of()), TEN.plusSeconds(60));
        assertThat(listKeys()).hasSize(1);

        other.forgetMessages(new Tenants(List.of()), TEN.plus(S3History.SWEEP));
        assertThat(listKeys()).isEmpty();
    }

    private List<String> listKeys() {
        return objects.listObjectsV2(list -> list.bucket(bucket).prefix("history/2026")).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    private static KeptMessage message(String tenant) {
        return new KeptMessage(
                UUID.randomUUID(), 0, new Envelope.Slot(tenant, SmsMessage.ofText("See you at eight"), TEN));
    }
}
