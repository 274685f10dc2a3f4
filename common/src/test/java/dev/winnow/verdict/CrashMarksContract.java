package dev.winnow.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link CrashMarks}, with one subclass for each adapter. */
public abstract class CrashMarksContract {
    /** The marks under test, which may hold marks of other tests. */
    protected abstract CrashMarks marks();

    @Test
    void keepsTheLastMarksOnly() {
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
