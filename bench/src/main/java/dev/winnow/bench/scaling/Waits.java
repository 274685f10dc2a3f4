package dev.winnow.bench.scaling;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The waits of all messages, read back from the store, and the number of messages without a verdict. */
final class Waits {
    /** An envelope with a verdict. */
    private record Wait(double from, double to, int sms) {
        double waitSeconds() {
            return to - from;
        }
    }

    private final List<Wait> waits = new ArrayList<>();
    private long messages;
    private long judged;

    static Waits readWaits(VerdictStore store, List<Feed.Sent> sent, FastClock clock) {
        Waits waits = new Waits();
        for (int from = 0; from < sent.size(); from += VerdictStore.MAX_FIND) {
            List<Feed.Sent> some = sent.subList(from, Math.min(sent.size(), from + VerdictStore.MAX_FIND));
            Map<UUID, EnvelopeVerdicts> found =
                    store.findVerdicts(some.stream().map(Feed.Sent::id).toList());
            some.forEach(each -> waits.addWaits(clock, each, found.get(each.id())));
        }
        waits.waits.sort(Comparator.comparingDouble(Wait::waitSeconds));
        return waits;
    }

    private void addWaits(FastClock clock, Feed.Sent sent, @Nullable EnvelopeVerdicts verdicts) {
        messages += sent.sms();
        if (verdicts != null) {
            judged += verdicts.slots().stream()
                    .map(SlotVerdict::verdict)
                    .filter(Verdict.Judged.class::isInstance)
                    .count();
            waits.add(new Wait(clock.secondsAt(sent.accepted()), clock.secondsAt(verdicts.scannedAt()), sent.sms()));
        }
    }

    long judged() {
        return judged;
    }

    long lostCount() {
        return messages - judged;
    }

    /** The longest wait for a verdict among this share of the messages, in seconds. */
    double quantileOf(double share) {
        double left = judged * share;
        for (Wait wait : waits) {
            left -= wait.sms();
            if (left <= 0) {
                return wait.waitSeconds();
            }
        }
        return waits.isEmpty() ? 0 : waits.getLast().waitSeconds();
    }

    /** The wait of the oldest message without a verdict at that time, in seconds. */
    double oldestAt(double at) {
        return waits.stream()
                .filter(wait -> wait.from() <= at && at < wait.to())
                .mapToDouble(wait -> at - wait.from())
                .max()
                .orElse(0);
    }
}
