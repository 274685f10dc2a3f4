package dev.winnow.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SlotMarks} must do; one subclass per adapter. */
public abstract class SlotMarksContract {
    /** Marks that may hold those of other tests. */
    protected abstract SlotMarks marks();

    @Test
    void knowsTheLastMarksOnly() {
        UUID envelope = VerdictSamples.envelope();
        assertThat(marks().marked(envelope)).isEmpty();

        marks().mark(envelope, Set.of(17));
        marks().mark(envelope, Set.of(17, 199, 0));
        assertThat(marks().marked(envelope)).containsExactlyInAnyOrder(0, 17, 199);
        assertThat(marks().marked(VerdictSamples.envelope())).isEmpty();

        marks().mark(envelope, Set.of());
        assertThat(marks().marked(envelope)).isEmpty();
    }
}
