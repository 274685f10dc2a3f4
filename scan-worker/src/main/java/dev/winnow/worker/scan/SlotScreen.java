package dev.winnow.worker.scan;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.Verdict;
import java.util.Optional;

/** Looks at each slot right before it is scanned. */
@FunctionalInterface
public interface SlotScreen {
    /** Lets every slot be scanned. */
    SlotScreen NONE = (_, _) -> Optional.empty();

    /**
     * The verdict that a slot gets without being scanned; empty when it is to be scanned. Called by the scanning thread in the order of
     * the slots; may block.
     */
    Optional<Verdict> decideBefore(int slot, Envelope.Slot message);

    /** Asks the other screen about what this one lets through. */
    default SlotScreen thenScreen(SlotScreen other) {
        return (slot, message) -> decideBefore(slot, message).or(() -> other.decideBefore(slot, message));
    }
}
