package dev.winnow.lab.simulate;

/** A task from its request to its end. */
final class Task {
    final double asked;
    final double ready;
    int busy;
    boolean leaving;

    Task(double asked, double ready) {
        this.asked = asked;
        this.ready = ready;
    }

    /** Whether it works, which protects it from scale-in. */
    boolean isBusy() {
        return busy > 0;
    }
}
