package dev.winnow.console.rules;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Version;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The versions that a rollback can return to. A second rollback goes further back, never forward. */
final class LiveStack {
    private LiveStack() {}

    /**
     * Lists the versions under the live one, the nearest first, each different from the one before. A publication stands on top; a return
     * to an earlier version takes off all versions that were published after it.
     *
     * @param live the current pointer; after a return by hand, the version before the live one is the nearest
     * @param activations the latest first
     */
    static List<Version> versionsBeforeLive(Pointer live, List<Activation> activations) {
        Deque<Version> stack = new ArrayDeque<>();
        for (Activation activation : activations.reversed()) {
            Version version = activation.version();
            if (!activation.isPublished() && stack.contains(version)) {
                while (!version.equals(stack.peek())) {
                    stack.pop();
                }
            } else if (!version.equals(stack.peek())) {
                stack.push(version);
            }
        }
        return stack.stream()
                .filter(version -> !live.equals(new Pointer.Published(version)))
                .toList();
    }
}
