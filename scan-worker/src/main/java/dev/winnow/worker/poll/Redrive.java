package dev.winnow.worker.poll;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Scan;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The changes by a dead letter that was sent again: the new scan's verdicts replace {@code failed}, all other verdicts stay. */
final class Redrive {
    private Redrive() {}

    static UnaryOperator<List<SlotVerdict>> replacingFailed(EnvelopeVerdicts rescanned) {
        Scan scan = rescanned.scanOf(0);
        return stored -> IntStream.range(0, stored.size())
                .mapToObj(slot ->
                        replaceVerdict(stored.get(slot), rescanned.slots().get(slot), scan))
                .toList();
    }

    private static SlotVerdict replaceVerdict(SlotVerdict stored, SlotVerdict fresh, Scan scan) {
        return stored.verdict() instanceof Verdict.Failed && !(fresh.verdict() instanceof Verdict.Failed)
                ? new SlotVerdict(fresh.verdict(), stored.clientRef(), stored.acceptedAt(), scan)
                : stored;
    }
}
