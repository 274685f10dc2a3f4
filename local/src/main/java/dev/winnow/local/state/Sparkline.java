package dev.winnow.local.state;

import java.util.Collections;
import java.util.List;

/** A row of bars for numbers, the largest with the highest bar and zero as a dot. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** Draws numbers of 0 or more. */
    static String draw(List<Long> numbers) {
        long largest = numbers.isEmpty() ? 0 : Collections.max(numbers);
        StringBuilder row = new StringBuilder();
        for (long number : numbers) {
            row.append(
                    number <= 0
                            ? '·'
                            : BARS.charAt((int) Math.min(BARS.length() - 1L, number * BARS.length() / (largest + 1))));
        }
        return row.toString();
    }
}
