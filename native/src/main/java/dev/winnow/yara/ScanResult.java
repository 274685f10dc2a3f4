package dev.winnow.yara;

import java.util.List;

/** How a scan ended. */
public sealed interface ScanResult {

    /**
     * The text was scanned.
     *
     * @param matches in rule order; private rules are never among them
     * @param incomplete rules that this text exhausted (time, regex fibers, VM stack): it was judged without them, for this text
     *     alone, and rules that refer to them saw them as false
     */
    record Scanned(List<Match> matches, List<Rule> incomplete) implements ScanResult {
        static final Scanned NOTHING = new Scanned(List.of(), List.of());

        public Scanned {
            matches = List.copyOf(matches);
            incomplete = List.copyOf(incomplete);
        }
    }

    /** The text was not scanned to its end; nothing is known about it. */
    record Failed(EngineError error) implements ScanResult {}
}
