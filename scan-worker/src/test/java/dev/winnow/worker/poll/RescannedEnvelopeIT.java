package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.Delivery;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RescannedEnvelopeIT extends WorkerFixture {
    @Test
    void replacesTheVerdictsThatAreOthersInARescan() {
        SealedEnvelope first = envelope("You won a prize", "See you at eight", "a prize", "no news");
        SlotVerdict clean = new SlotVerdict(VerdictSamples.clean(), "mine", Instant.EPOCH);
        SlotVerdict failed = new SlotVerdict(new Verdict.Failed("broke"), null, Instant.EPOCH);
        store.saveVerdicts(VerdictSamples.of(first.id(), clean, clean, clean, failed));
        Delivery rescan =
                delivery(rescan(first.id(), Map.of(0, "You won a prize", 1, "See you at eight", 3, "no news")), 1);

        assertThat(lanes.receiveBulk(List.of(rescan))).containsExactly(rescan);
        assertThat(lanes.receiveBulk(List.of(rescan))).hasSize(1);

        EnvelopeVerdicts stored = stored(first);
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.slots().get(0).clientRef()).isEqualTo("mine");
        assertThat(stored.slots().get(0).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Judged.class,
                        judged -> assertThat(judged.category()).isEqualTo(Category.JUNK));
        assertThat(stored.slots().get(1)).isEqualTo(clean);
        assertThat(stored.slots().get(2)).isEqualTo(clean);
        assertThat(stored.slots().get(3).verdict()).isInstanceOf(Verdict.Judged.class);
        assertThat(told.changed()).hasSize(2).allMatch(changed -> changed.revision() == 2);
        assertThat(told.saved()).isEmpty();
    }

    @Test
    void leavesVerdictsAsTheyAreWhenARescanFailsOrTheyAreGone() {
        SealedEnvelope first = envelope("You won a prize");
        SealedEnvelope rescan = rescan(first.id(), Map.of(0, "You won a prize"));

        assertThat(lanes.receiveBulk(List.of(delivery(rescan, 1)))).hasSize(1);

        assertThat(store.findVerdicts(List.of(first.id(), rescan.id()))).isEmpty();
        assertThat(told.saved()).isEmpty();
        assertThat(told.changed()).isEmpty();
    }

    private static SealedEnvelope rescan(UUID origin, Map<Integer, String> texts) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "rescan", Priority.BULK);
        texts.forEach((slot, text) ->
                draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now())
                        .judgedAgain(new Envelope.Origin(origin, slot)))));
        return draft.sealDraft();
    }
}
