package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.Delivery;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictAnnouncementIT extends WorkerFixture {
    @Test
    void replacesFailedAndNothingElseWhenADeadLetterIsSentAgain() {
        SealedEnvelope envelope = envelope("a prize", "a prize", "a prize");
        SlotVerdict clean = new SlotVerdict(VerdictSamples.clean(), null, Instant.EPOCH);
        SlotVerdict failed = new SlotVerdict(new Verdict.Failed("broke"), null, Instant.EPOCH);
        SlotVerdict expired = new SlotVerdict(new Verdict.Expired("late"), null, Instant.EPOCH);
        store.saveVerdicts(VerdictSamples.of(envelope.id(), clean, failed, expired));
        Delivery redriven = new Delivery("r", envelope.body(), 1, Instant.now(), Instant.now(), true);

        assertThat(lanes.receiveLive(List.of(redriven))).containsExactly(redriven);

        EnvelopeVerdicts stored = stored(envelope);
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.slots().get(0)).isEqualTo(clean);
        assertThat(stored.slots().get(2)).isEqualTo(expired);
        assertThat(stored.slots().get(1).verdict()).isInstanceOf(Verdict.Judged.class);
        assertThat(stored.scanOf(1).ruleset()).isEqualTo(rules.current().version());
        assertThat(stored.scanOf(0).ruleset()).isNotEqualTo(rules.current().version());
        assertThat(lanes.receiveLive(List.of(redriven))).hasSize(1);
        assertThat(stored(envelope).revision()).isEqualTo(2);
    }

    @Test
    void announcesStoredVerdictsBeforeItAcknowledges() {
        SealedEnvelope envelope = envelope("You won a prize");
        told.refuse();

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 1)))).isEmpty();
        told.listen();
        assertThat(lanes.receiveLive(List.of(delivery(envelope, 2)))).hasSize(1);

        assertThat(told.saved()).containsExactly(stored(envelope));
        assertThat(told.first()).hasSize(1);
    }

    @Test
    void announcesTheStoredVerdictsOfAnEnvelopeThatComesAgain() {
        SealedEnvelope envelope = envelope("You won a prize");
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(envelope.id());
        store.saveVerdicts(first);

        lanes.receiveLive(List.of(delivery(envelope, 1)));
        lanes.receiveLive(List.of(delivery(envelope, 2)));

        assertThat(told.saved()).containsExactly(first, first);
        assertThat(told.first()).isEmpty();
    }

    @Test
    void announcesTheChangesOfARedriveEachTime() {
        SealedEnvelope envelope = envelope("a prize");
        store.saveVerdicts(
                VerdictSamples.of(envelope.id(), new SlotVerdict(new Verdict.Failed("broke"), null, Instant.EPOCH)));
        Delivery redriven = new Delivery("r", envelope.body(), 1, Instant.now(), Instant.now(), true);

        lanes.receiveLive(List.of(redriven));
        lanes.receiveLive(List.of(redriven));

        assertThat(told.changed()).hasSize(2).allMatch(changed -> changed.revision() == 2);
        assertThat(told.saved()).isEmpty();
    }
}
