package dev.winnow.verdict;

class InMemorySlotMarksTest extends SlotMarksContract {
    private final SlotMarks marks = new InMemorySlotMarks();

    @Override
    protected SlotMarks marks() {
        return marks;
    }
}
