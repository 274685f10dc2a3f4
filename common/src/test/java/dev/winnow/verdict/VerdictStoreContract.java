package dev.winnow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.verdict.VerdictStore.ReplaceOutcome.Missing;
import dev.winnow.verdict.VerdictStore.ReplaceOutcome.Outdated;
import dev.winnow.verdict.VerdictStore.ReplaceOutcome.Replaced;
import dev.winnow.verdict.VerdictStore.SaveOutcome.AlreadySaved;
import dev.winnow.verdict.VerdictStore.SaveOutcome.Saved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of every {@link VerdictStore}, with one subclass for each adapter. */
public abstract class VerdictStoreContract {
    /** The store under test, which may hold items of other tests. */
    protected abstract VerdictStore store();

    @Test
    void findsSavedVerdicts() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(VerdictSamples.envelope());

        assertThat(store().saveVerdicts(verdicts)).isEqualTo(new Saved());

        assertThat(store().findVerdicts(List.of(verdicts.envelope())))
                .containsOnly(java.util.Map.entry(verdicts.envelope(), verdicts));
    }

    @Test
    void findsNoVerdictsOfUnknownEnvelopes() {
        assertThat(store().findVerdicts(List.of(VerdictSamples.envelope()))).isEmpty();
        assertThat(store().findVerdicts(List.of())).isEmpty();
    }

    @Test
    void keepsTheFirstOutcomeAndHandsItBack() {
        UUID envelope = VerdictSamples.envelope();
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(envelope);
        EnvelopeVerdicts second = VerdictSamples.of(envelope, first.slots().getFirst());
        store().saveVerdicts(first);

        assertThat(store().saveVerdicts(second)).isEqualTo(new AlreadySaved(first));

        assertThat(store().findVerdicts(List.of(envelope)).get(envelope)).isEqualTo(first);
    }

    @Test
    void letsOneOfManyConcurrentSavesWin() throws Exception {
        UUID envelope = VerdictSamples.envelope();
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(envelope);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<VerdictStore.SaveOutcome>> saves = Stream.generate(
                            () -> (Callable<VerdictStore.SaveOutcome>) () -> store().saveVerdicts(verdicts))
                    .limit(20)
                    .toList();

            List<VerdictStore.SaveOutcome> outcomes =
                    threads.invokeAll(saves).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(Saved.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(AlreadySaved.class::isInstance).hasSize(19);
        }
    }

    @Test
    void findsHundredAtOnceAndRefusesMore() {
        List<EnvelopeVerdicts> saved = IntStream.range(0, VerdictStore.MAX_FIND)
                .mapToObj(_ -> VerdictSamples.ofEveryKind(VerdictSamples.envelope()))
                .toList();
        saved.forEach(store()::saveVerdicts);
        List<UUID> envelopes = saved.stream().map(EnvelopeVerdicts::envelope).toList();

        assertThat(store().findVerdicts(envelopes))
                .hasSize(VerdictStore.MAX_FIND)
                .containsValues(saved.getFirst(), saved.getLast());

        List<UUID> tooMany = Stream.concat(envelopes.stream(), Stream.of(VerdictSamples.envelope()))
                .toList();
        assertThatThrownBy(() -> store().findVerdicts(tooMany))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100");
    }

    @Test
    void replacesTheRevisionThatAChangeWasMadeFrom() {
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store().saveVerdicts(first);
        EnvelopeVerdicts next = first.changedTo(rescanned(first));

        assertThat(store().replaceVerdicts(next)).isEqualTo(new Replaced());

        assertThat(store().findVerdicts(List.of(first.envelope()))).containsValue(next);
        assertThat(store().replaceVerdicts(next)).isEqualTo(new Outdated(next));
        assertThat(store().saveVerdicts(first)).isEqualTo(new AlreadySaved(next));
    }

    @Test
    void replacesNoEndpointThatIsNotStored() {
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(VerdictSamples.envelope());

        assertThat(store().replaceVerdicts(first.changedTo(first.slots()))).isEqualTo(new Missing());

        assertThat(store().findVerdicts(List.of(first.envelope()))).isEmpty();
    }

    @Test
    void makesEachConcurrentChangeOnce() throws Exception {
        SlotVerdict clean = new SlotVerdict(VerdictSamples.clean(), null, Instant.EPOCH);
        UUID envelope = VerdictSamples.envelope();
        store().saveVerdicts(VerdictSamples.of(
                envelope, Collections.nCopies(12, clean).toArray(SlotVerdict[]::new)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> changes = IntStream.range(0, 12)
                    .<Callable<Object>>mapToObj(
                            slot -> () -> store().changeSlots(envelope, slots -> failed(slots, slot)))
                    .toList();
            assertThat(threads.invokeAll(changes)).allMatch(change -> change.state() == Future.State.SUCCESS);
        }

        assertThat(store().findVerdicts(List.of(envelope)).values())
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.revision()).isEqualTo(13);
                    assertThat(stored.slots()).allMatch(slot -> slot.verdict() instanceof Verdict.Failed);
                });
    }

    @Test
    void writesNothingWhenTheChangeIsEmpty() {
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(VerdictSamples.envelope());
        store().saveVerdicts(first);

        assertThat(store().changeSlots(first.envelope(), slots -> slots)).contains(first);
        assertThat(store().changeSlots(VerdictSamples.envelope(), slots -> slots))
                .isEmpty();
    }

    private static List<SlotVerdict> rescanned(EnvelopeVerdicts verdicts) {
        Scan rescan = new Scan("2026.11.25-aaaa", "yara 4.5.8", Instant.ofEpochMilli(1_764_000_000_000L));
        List<SlotVerdict> slots = new ArrayList<>(verdicts.slots());
        slots.replaceAll(slot -> slot.verdict() instanceof Verdict.Failed
                ? new SlotVerdict(VerdictSamples.clean(), slot.clientRef(), slot.acceptedAt(), rescan)
                : slot);
        return slots;
    }

    private static List<SlotVerdict> failed(List<SlotVerdict> slots, int slot) {
        List<SlotVerdict> changed = new ArrayList<>(slots);
        changed.set(slot, new SlotVerdict(new Verdict.Failed("slot " + slot), null, Instant.EPOCH));
        return changed;
    }
}
