package dev.winnow.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CrashMarks} must do; one subclass per adapter. */
public abstract class CrashMarksContract {
    /** Marks that may hold those of other tests. */
    protected abstract CrashMarks marks();

    @Test
    void knowsTheLastMarksOnly() {
        UUID envelope = VerdictSamples.envelope();
        assertThat(marks().findMarks(envelope)).isEmpty();

        marks().markSlots(envelope, Set.of(17));
        marks().markSlots(envelope, Set.of(17, 199, 0));
        assertThat(marks().findMarks(envelope)).containsExactlyInAnyOrder(0, 17, 199);
        assertThat(marks().findMarks(VerdictSamples.envelope())).isEmpty();

        marks().markSlots(envelope, Set.of());
        assertThat(marks().findMarks(envelope)).isEmpty();
    }
}
