package dev.winnow.lab.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The tasks of a simulated service, which start, work and stop. */
final class Fleet {
    private final FleetSettings settings;
    private final List<Task> starting = new ArrayList<>();
    private final List<Task> running = new ArrayList<>();
    /** The free threads of running tasks, one entry each, the longest free first. */
    private final Deque<Task> free = new ArrayDeque<>();

    private double paidSeconds;
    private int largest;

    Fleet(FleetSettings settings) {
        this.settings = settings;
    }

    int running() {
        return running.size();
    }

    int largest() {
        return largest;
    }

    /** Starts or stops tasks; returns the tasks that will be ready later. */
    List<Task> resize(double now, int desired, double startSeconds) {
        List<Task> asked = new ArrayList<>();
        while (starting.size() + running.size() < desired) {
            Task task = new Task(now, now + startSeconds);
            starting.add(task);
            asked.add(task);
        }
        while (starting.size() + running.size() > desired && !starting.isEmpty()) {
            endTask(now, starting.removeLast());
        }
        if (running.size() > desired) {
            // Idle ones first; a busy one is protected and is asked again at the next sample.
            running.stream()
                    .filter(task -> !task.isBusy())
                    .sorted(Comparator.comparingDouble(task -> task.ready))
                    .limit((long) running.size() - desired)
                    .toList()
                    .forEach(task -> removeTask(now, task));
        }
        largest = Math.max(largest, running.size());
        return asked;
    }

    /** Notes that a task has started; false when it was stopped meanwhile. */
    boolean startTask(Task task) {
        if (!starting.remove(task)) {
            return false;
        }
        running.add(task);
        largest = Math.max(largest, running.size());
        for (int thread = 0; thread < settings.scanThreads(); thread++) {
            free.add(task);
        }
        return true;
    }

    /** Takes a free thread and returns its task; null when all are busy. */
    @org.jspecify.annotations.Nullable Task takeTask() {
        Task task = free.poll();
        while (task != null && task.leaving) {
            task = free.poll();
        }
        if (task != null) {
            task.busy++;
        }
        return task;
    }

    void releaseTask(Task task) {
        task.busy--;
        free.add(task);
    }

    /** The task-hours until now. */
    double taskHours(double now) {
        double open = 0;
        for (List<Task> tasks : List.of(starting, running)) {
            for (Task task : tasks) {
                open += now - task.asked;
            }
        }
        return (paidSeconds + open) / 3600;
    }

    private void removeTask(double now, Task task) {
        task.leaving = true;
        running.remove(task);
        endTask(now, task);
    }

    private void endTask(double now, Task task) {
        paidSeconds += Math.max(60, now - task.asked);
    }
}
