package dev.winnow.worker.scan.state;

import dev.winnow.worker.scan.state.RuleState.Mode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The states of the rules that have one; every other rule is active. Kept apart from the rules' source, so that an update of a pack does
 * not undo a local decision. Immutable; any thread.
 */
public final class RuleStates {
    /** The name of the file beside the rules, and in a bundle. */
    public static final String FILE = "states.tsv";

    /** The longest file, in characters. */
    public static final int MAX_LENGTH = 1 << 20;

    public static final RuleStates NONE = new RuleStates(new TreeMap<>());

    private static final String HEADER = "# rule\tstate\tshare\tuntil\tpinned\tnote\n";
    private static final String PINNED = "pinned";

    private final SortedMap<String, RuleState> byRule;

    private RuleStates(SortedMap<String, RuleState> byRule) {
        this.byRule = Collections.unmodifiableSortedMap(byRule);
    }

    /**
     * Reads a file of states: a rule, a state, and optionally a share, an end (ISO 8601, UTC), {@code pinned} and a note, with tabs between.
     *
     * @throws IllegalArgumentException if a line has another form; names it
     */
    public static RuleStates parseFile(String text) {
        SortedMap<String, RuleState> states = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    RuleState state = parseLine(line);
                    if (states.put(state.rule(), state) != null) {
                        throw new IllegalArgumentException("rule '" + state.rule() + "' has a line above already");
                    }
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new IllegalArgumentException("%s:%d: %s".formatted(FILE, number, e.getMessage()), e);
                }
            }
        }
        return new RuleStates(states);
    }

    /** Reads the lines of a file that have no fault; of several lines of one rule the last. */
    public static RuleStates parseUsableLines(String text) {
        RuleStates states = NONE;
        for (String line : text.lines().toList()) {
            try {
                for (RuleState state : parseFile(line).all()) {
                    states = states.with(state);
                }
            } catch (IllegalArgumentException faulty) {
                // The reader of the whole file names it.
            }
        }
        return states;
    }

    /** The file of these states; the same states give the same text. */
    public String toFile() {
        StringBuilder text = new StringBuilder(HEADER);
        byRule.values()
                .forEach(state -> text.append(String.join(
                                "\t",
                                state.rule(),
                                state.mode().token(),
                                String.valueOf(state.share()),
                                state.until() == null ? "" : state.until().toString(),
                                state.pinned() ? PINNED : "",
                                state.note()))
                        .append('\n'));
        return text.toString();
    }

    /** These states with another state of one rule. */
    public RuleStates with(RuleState state) {
        SortedMap<String, RuleState> changed = new TreeMap<>(byRule);
        if (state.isSpecial()) {
            changed.put(state.rule(), state);
        } else {
            changed.remove(state.rule());
        }
        return new RuleStates(changed);
    }

    /** The state of a rule. */
    public RuleState stateOf(String rule) {
        RuleState state = byRule.get(rule);
        return state == null ? RuleState.active(rule) : state;
    }

    /** All states by the names of their rules. */
    public Collection<RuleState> all() {
        return byRule.values();
    }

    public boolean isEmpty() {
        return byRule.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleStates states && byRule.equals(states.byRule);
    }

    @Override
    public int hashCode() {
        return byRule.hashCode();
    }

    @Override
    public String toString() {
        return byRule.values().toString();
    }

    private static RuleState parseLine(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2 || fields.length > 6) {
            throw new IllegalArgumentException(
                    "a line has a rule, a state, a share, an end, 'pinned' and a note, with tabs between");
        }
        String until = field(fields, 3);
        String pinned = field(fields, 4);
        if (!pinned.isEmpty() && !pinned.equals(PINNED)) {
            throw new IllegalArgumentException("the fifth field is 'pinned' or empty, is '" + pinned + "'");
        }
        String share = field(fields, 2);
        return new RuleState(
                fields[0].strip(),
                parseMode(fields[1].strip()),
                share.isEmpty() ? 100 : parseShare(share),
                until.isEmpty() ? null : Instant.parse(until),
                !pinned.isEmpty(),
                field(fields, 5));
    }

    private static String field(String[] fields, int number) {
        return number < fields.length ? fields[number].strip() : "";
    }

    private static int parseShare(String share) {
        try {
            return Integer.parseInt(share);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a share is a number from 1 to 100, is '" + share + "'", e);
        }
    }

    private static Mode parseMode(String token) {
        try {
            return Mode.valueOf(token.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a state is active, shadow or off, is '" + token + "'", e);
        }
    }
}
