package dev.winnow.worker;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a process of the worker's image does; {@code WINNOW_ROLE} names it. */
enum Role {
    /** Scans envelopes. */
    SCAN,
    /** Calls endpoints; needs neither rules nor the scan queues. */
    CALLBACKS;

    static Role of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return SCAN;
        }
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("WINNOW_ROLE must be scan or callbacks, is '" + name + "'"));
    }
}
