package dev.winnow.console.rules;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.publication.Activation;
import dev.winnow.statistics.DailySums;
import dev.winnow.statistics.RuleReport;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shows the states and statistics of rules, changes states and rolls back. The pages, the API and the commands use it. Calls block; any thread. */
public final class RuleDesk {
    /** The days of a report unless others are asked for. */
    public static final int DAYS = 30;

    private static final int MAX_DAYS = (int) RuleStatistics.DAYS_KEPT.toDays();

    private final RuleBook book;
    private final DailySums sums;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile @Nullable Known known;

    public RuleDesk(RuleBook book, RuleStatistics statistics, AuditTrail trail, Clock clock) {
        this.book = book;
        this.sums = new DailySums(statistics, clock);
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A change of a state.
     *
     * @param known whether there is a rule of that name; a state waits for its rule
     * @param dependents the rules that get the state too, because they refer to the rule
     */
    public record Change(RuleState state, boolean known, Set<String> dependents) {}

    /** Rules in use with their references to each other, which take long to read from a whole pack. */
    private record Known(
            RuleBook.InUse inUse, List<Map<String, Set<String>>> references, SortedMap<String, StateLine> lines) {}

    public RuleStates readStates() {
        return book.readInUse().states();
    }

    /** Reads the state of each rule that is not simply active, by its own state or because it refers to such a rule. */
    public SortedMap<String, StateLine> readStateLines() {
        SortedMap<String, StateLine> now = new TreeMap<>(know(book.readInUse()).lines());
        now.values().removeIf(line -> line.isOver(clock.instant()));
        return now;
    }

    /** Tells which rules a change of a state would reach. */
    public Change foresee(RuleState state) {
        return foresee(know(book.readInUse()).references(), state);
    }

    /**
     * Changes the state of a rule as an operator wrote it.
     *
     * @throws IllegalArgumentException if the request cannot be a state; says why
     */
    public Change changeState(Operator by, String rule, StateRequest request) {
        by.require(Role.OPERATOR);
        return changeState(by, request.toState(rule));
    }

    /**
     * Changes the state of a rule.
     *
     * @throws IllegalStateException if states cannot be changed now; says why
     */
    public Change changeState(Operator by, RuleState state) {
        by.require(Role.OPERATOR);
        List<Change> done = new ArrayList<>();
        book.changeStates(inUse -> {
            done.add(foresee(know(inUse).references(), state));
            trail.record(by, "change rule state", state.rule(), describe(state) + note(state));
            return inUse.states().with(state);
        });
        return done.getFirst();
    }

    /**
     * Sums up the last days, today included.
     *
     * @throws IllegalArgumentException for a number of days outside 1 to 400
     */
    public RuleReport readReport(int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("the number of days is 1 to " + MAX_DAYS + ", is " + days);
        }
        return RuleReport.of(sums.listDays(days), days);
    }

    /** The day that statistics call today. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public List<Activation> listActivations() {
        return book.listActivations();
    }

    /**
     * Finds the version to which a rollback would return, and what would change.
     *
     * @param name a part of its name; empty for the nearest earlier one
     * @throws IllegalStateException if there is none
     */
    public RuleBook.Earlier compare(String name) {
        return book.findEarlier(name);
    }

    /**
     * Makes an earlier version live again.
     *
     * @throws IllegalStateException if there is none
     */
    public RuleBook.Earlier rollBack(Operator by, String name) {
        by.require(Role.ADMIN);
        RuleBook.Earlier earlier = book.findEarlier(name);
        trail.record(by, "roll back rules", earlier.version().key(), "");
        book.activate(earlier.version());
        return earlier;
    }

    /** The state in words, such as {@code active for 5 % of messages until 2026-12-05T00:00:00Z}. */
    public static String describe(RuleState state) {
        return state.mode().token()
                + (state.share() < 100 ? " for " + state.share() + " % of messages" : "")
                + (state.until() == null ? "" : " until " + state.until())
                + (state.pinned() ? ", pinned" : "");
    }

    private static String note(RuleState state) {
        return state.note().isEmpty() ? "" : ": " + state.note();
    }

    private Known know(RuleBook.InUse inUse) {
        Known last = known;
        if (last == null || !last.inUse().equals(inUse)) {
            List<Map<String, Set<String>>> references = last != null
                            && last.inUse().sources().equals(inUse.sources())
                    ? last.references()
                    : inUse.sources().stream().map(RuleSource::references).toList();
            last = new Known(inUse, references, toLines(inUse.states(), references));
            known = last;
        }
        return last;
    }

    private static SortedMap<String, StateLine> toLines(RuleStates states, List<Map<String, Set<String>>> references) {
        SortedMap<String, StateLine> lines = new TreeMap<>();
        List<RuleState> strongestFirst = states.all().stream()
                .sorted(Comparator.comparing(RuleState::mode).reversed())
                .toList();
        for (RuleState state : strongestFirst) {
            StateLine own = StateLine.of(state);
            lines.putIfAbsent(state.rule(), own);
            if (own.isRestricted()) {
                foresee(references, state)
                        .dependents()
                        .forEach(rule -> lines.putIfAbsent(rule, own.inherited(state.rule())));
            }
        }
        return lines;
    }

    private static Change foresee(List<Map<String, Set<String>>> sources, RuleState state) {
        Set<String> dependents = new TreeSet<>();
        sources.forEach(references -> addDependents(state.rule(), references, dependents));
        boolean isKnown = sources.stream().anyMatch(references -> references.containsKey(state.rule()));
        return new Change(state, isKnown, dependents);
    }

    private static void addDependents(String rule, Map<String, Set<String>> references, Set<String> dependents) {
        List<String> direct = references.entrySet().stream()
                .filter(entry -> entry.getValue().contains(rule))
                .map(Map.Entry::getKey)
                .filter(dependents::add)
                .toList();
        direct.forEach(each -> addDependents(each, references, dependents));
    }
}
