package dev.winnow.verdict;

class InMemoryCrashMarksTest extends CrashMarksContract {
    private final CrashMarks marks = new InMemoryCrashMarks();

    @Override
    protected CrashMarks marks() {
        return marks;
    }
}
