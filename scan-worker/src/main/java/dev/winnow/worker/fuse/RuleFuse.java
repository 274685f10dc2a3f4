package dev.winnow.worker.fuse;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import dev.winnow.statistics.DailySums;
import dev.winnow.statistics.Precision;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.worker.rules.RuleFeed;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.yara.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a rule into shadow that decides far more messages than it did, or that people say is mostly wrong. It looks at the last few hundred
 * messages each hundred messages, and at the history each minute, on a thread of its own. Pinned rules are left alone, and so are bundled
 * rules without a history, and rules that take their points from a variable: they weigh every message. Any thread.
 */
public final class RuleFuse implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RuleFuse.class);

    /** Decided messages below which a share means nothing. */
    private static final int MIN_DECIDED = 50;

    private static final int MIN_MESSAGES = 100;

    /** Messages of the last days from which on a history counts. */
    private static final long MIN_HISTORY = 10_000;

    private static final int MIN_OPINIONS = 20;
    private static final int MIN_PER_HOUR = 3;
    private static final int HISTORY_DAYS = 7;
    private static final int OPINION_DAYS = 30;

    private final RuleCounters counters;
    private final DailySums days;
    private final RuleFeed feed;
    private final AuditLog audit;
    private final FuseSettings settings;
    private final Clock clock;
    private final DecisionWindow window = new DecisionWindow();
    private final Deque<Instant> trips = new ArrayDeque<>();
    private final AtomicLong tripCount = new AtomicLong();
    private final Set<String> alarmed = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rule-fuse").factory());
    private RuleSums history = RuleSums.NONE;
    private RuleSums opinions = RuleSums.NONE;

    /** A fuse that looks only when it is told to. */
    RuleFuse(RuleCounters counters, DailySums days, RuleFeed feed, AuditLog audit, FuseSettings settings, Clock clock) {
        this.counters = counters;
        this.days = days;
        this.feed = feed;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts a fuse, unless the settings turn it off. */
    public static RuleFuse start(
            RuleCounters counters, DailySums days, RuleFeed feed, AuditLog audit, FuseSettings settings, Clock clock) {
        RuleFuse fuse = new RuleFuse(counters, days, feed, audit, settings, clock);
        if (!settings.isOff()) {
            Future<?> _ = fuse.thread.scheduleWithFixedDelay(
                    () -> fuse.run(fuse::checkHistory), 0, Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS);
            counters.watchMessages(() -> fuse.thread.execute(() -> fuse.run(fuse::checkWindow)));
        }
        return fuse;
    }

    /** How often the fuse had a reason to put a rule into shadow, since the start. */
    public long countTrips() {
        return tripCount.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Looks at the last few hundred messages. */
    void checkWindow() {
        window.advance(counters.sumsSinceStart());
        RuleSums recent = window.sums();
        if (recent.messages() < MIN_MESSAGES) {
            return;
        }
        Map<String, Rule> rules = findRules();
        recent.rules().forEach((name, counts) -> {
            Rule rule = rules.get(name);
            if (rule != null && counts.decisive() >= MIN_DECIDED) {
                double share = (double) counts.decisive() / recent.messages();
                double limit = findLimit(rule);
                if (share > limit) {
                    trip(
                            rule,
                            String.format(
                                    Locale.ROOT,
                                    "decided %d of %d messages, and its limit is %.0f %%",
                                    counts.decisive(),
                                    recent.messages(),
                                    100 * limit));
                }
            }
        });
    }

    /** Reads the last days, and looks at the opinions of people. */
    void checkHistory() {
        readHistory();
        if (settings.precision() == 0) {
            return;
        }
        findRules().forEach((name, rule) -> {
            RuleFact fact = RuleFact.ofRule(rule);
            Precision precision = opinions.countsOf(name).precision();
            if (fact.speaksForJunk()
                    && precision.opinions() >= MIN_OPINIONS
                    && 100 * precision.high() < settings.precision()) {
                trip(
                        rule,
                        String.format(
                                Locale.ROOT,
                                "is wrong by most of %d opinions: its precision is at most %.0f %%",
                                precision.opinions(),
                                100 * precision.high()));
            }
        });
    }

    private void readHistory() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SortedMap<LocalDate, RuleSums> all = days.listDays(OPINION_DAYS);
        history =
                RuleSums.total(all.subMap(today.minusDays(HISTORY_DAYS), today).values());
        opinions = RuleSums.total(all.values());
    }

    /** The share of messages that a rule may decide, 0 to 1. */
    private double findLimit(Rule rule) {
        double ceiling = settings.ceiling() / 100.0;
        if (history.messages() < MIN_HISTORY) {
            return RuleFact.isBundled(rule) ? 1 : ceiling;
        }
        RuleCounts past = history.countsOf(rule.name());
        return Math.min(1, Math.max(ceiling, settings.factor() * (double) past.decisive() / history.messages()));
    }

    /** The rules that the fuse may put into shadow, by name. */
    private Map<String, Rule> findRules() {
        Map<String, Rule> rules = new HashMap<>();
        if (feed.isLive()) {
            for (Rule rule : feed.activeRules().current().rules()) {
                RuleState state = feed.states().stateOf(rule.name());
                if (state.mode() == RuleState.Mode.ACTIVE
                        && !state.pinned()
                        && !RuleFact.takesPoints(rule)
                        && !counters.counterOf(rule.name()).isTripped()) {
                    rules.put(rule.name(), rule);
                }
            }
        }
        return rules;
    }

    private void trip(Rule rule, String reason) {
        Instant now = clock.instant();
        trips.removeIf(at -> at.isBefore(now.minus(Duration.ofHours(1))));
        int most = Math.max(MIN_PER_HOUR, feed.activeRules().current().rules().size() * settings.perHour() / 100);
        if (trips.size() >= most) {
            if (alarmed.add(rule.name())) {
                tripCount.incrementAndGet();
                log.error(
                        "Fuse: rule '{}' {}; it stays active, because {} rules went to shadow within an hour already: look at the"
                                + " rules by hand (docs/runbook.md, rule-fuse)",
                        rule.name(),
                        reason,
                        trips.size());
            }
            return;
        }
        trips.add(now);
        tripCount.incrementAndGet();
        counters.counterOf(rule.name()).trip();
        log.error(
                "Fuse: rule '{}' {}; it is in shadow now. Mend it, or put it back by: winnow rules state {} active --pinned"
                        + " (docs/runbook.md, rule-fuse). Judge its messages again by: {}",
                rule.name(),
                reason,
                rule.name(),
                rescanCommand(rule));
        feed.putInShadow(rule.name(), "fuse: it " + reason);
        record(rule, reason, now);
    }

    private void record(Rule rule, String reason, Instant now) {
        String detail = "It " + reason + ". Judge its messages again: " + rescanCommand(rule);
        try {
            audit.appendEntry(
                    AuditEntry.of(now, "fuse", "operator", "system", "put rule into shadow", rule.name(), detail));
        } catch (StoreUnavailableException e) {
            log.warn("The audit log has no entry of the fuse for rule '{}': {}", rule.name(), e.getMessage());
        }
    }

    /** The command that judges the messages of the rule again, as far as the history has them. */
    private static String rescanCommand(Rule rule) {
        return "winnow rescan --from " + HISTORY_DAYS + "d --where rule=" + rule.name();
    }

    private void run(Runnable check) {
        try {
            check.run();
        } catch (StoreUnavailableException e) {
            log.warn("The fuse goes on with the history that it has: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("The fuse could not look at the rules; the next try follows", e);
        }
    }
}
