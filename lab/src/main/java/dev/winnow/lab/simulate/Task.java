package dev.winnow.lab.simulate;

/** A task from being asked for to its end. */
final class Task {
    final double asked;
    final double ready;
    int busy;
    boolean leaving;

    Task(double asked, double ready) {
        this.asked = asked;
        this.ready = ready;
    }

    /** Protected from scale-in. */
    boolean isBusy() {
        return busy > 0;
    }
}
