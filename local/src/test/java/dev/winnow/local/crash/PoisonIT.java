package dev.winnow.local.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.aws.SqsQueues;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class PoisonIT {
    private static final int POISONED_SLOT = 17;
    private static final int SLOTS = 50;
    private static final int ENVELOPES = 50;

    private int deaths;

    @Test
    void losesOneVerdictWhenATextKillsTheProcess() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "poison");
        try (FleetProcesses fleet = new FleetProcesses(folder);
                SqsAsyncClient client = Aws.shared().sqs();
                AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            VerdictStore store = aws.openDatabase(
                            new DynamoSettings(fleet.table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC())
                    .verdicts();
            List<SealedEnvelope> envelopes =
                    IntStream.range(0, ENVELOPES).mapToObj(PoisonIT::envelope).toList();
            var queue = SqsQueues.openEnvelopes(client, fleet.queues);
            for (int from = 0; from < ENVELOPES; from += 10) {
                queue.sendBatch(envelopes.subList(from, from + 10)).join();
            }

            List<UUID> ids = envelopes.stream().map(SealedEnvelope::id).toList();
            Process[] worker = {fleet.start(PoisonedWorker.class.getName())};
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        if (!worker[0].isAlive()) {
                            deaths++;
                            worker[0] = fleet.start(PoisonedWorker.class.getName());
                        }
                        return store.findVerdicts(ids).size() == ENVELOPES;
                    });

            List<EnvelopeVerdicts> stored =
                    new ArrayList<>(store.findVerdicts(ids).values());
            long failed = stored.stream()
                    .flatMap(each -> each.slots().stream())
                    .filter(slot -> slot.verdict() instanceof Verdict.Failed)
                    .count();
            System.out.printf(
                    "poison: %d envelopes, the process died %d times, %d failed%n", ENVELOPES, deaths, failed);
            System.out.printf("result poison.failed %d bar <= 1 %s%n", failed, failed <= 1 ? "ok" : "short");
            assertThat(failed).isEqualTo(1);
            assertThat(store.findVerdicts(List.of(ids.getFirst())).values())
                    .singleElement()
                    .satisfies(poisoned -> assertThat(
                                    poisoned.slots().get(POISONED_SLOT).verdict())
                            .isInstanceOf(Verdict.Failed.class));
            assertThat(deaths).isBetween(1, 4);
        }
    }

    private static SealedEnvelope envelope(int number) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", Priority.LIVE);
        for (int slot = 0; slot < SLOTS; slot++) {
            String tenant = number == 0 && slot == POISONED_SLOT ? PoisonedWorker.TENANT : "demo";
            draft.addSlot(EnvelopeCodec.encode(
                    new Envelope.Slot(tenant, SmsMessage.ofText("hello number " + slot), Instant.now())));
        }
        return draft.sealDraft();
    }
}
