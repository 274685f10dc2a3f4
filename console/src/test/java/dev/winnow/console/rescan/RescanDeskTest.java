package dev.winnow.console.rescan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.InMemoryAuditLog;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.history.InMemoryHistory;
import dev.winnow.history.InMemoryRescanStore;
import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.history.StoredRescan;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RescanDeskTest {
    private static final Operator OPERATOR = new Operator("ann", Role.OPERATOR, Operator.COMMAND);
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryVerdictStore verdicts = new InMemoryVerdictStore();
    private final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final Clock clock = new SettableClock();
    private final InMemoryRescanStore rescans = new InMemoryRescanStore(clock);
    private final RescanDesk desk = openDesk();

    private RescanDesk openDesk() {
        return RescanDesk.open(history, verdicts, queue, rescans, new AuditTrail(audit, clock), clock);
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void sendsTheMessagesThatARuleJudgedWithTheirOrigin() throws MalformedEnvelopeException {
        KeptMessage wrong = keep("late_fee");
        keep("other");
        keepWithoutVerdict();

        RescanProgress run = desk.start(OPERATOR, request("late_fee", null));
        await().until(() -> stateOf(run).equals("done"));

        assertThat(listSent()).singleElement().satisfies(sent -> {
            assertThat(sent.origin()).isEqualTo(new Envelope.Origin(wrong.envelope(), wrong.slot()));
            assertThat(sent.message()).isEqualTo(wrong.message().message());
        });
        assertThat(desk.read(run.id()).read()).isEqualTo(3);
        assertThat(desk.read(run.id()).sent()).isEqualTo(1);
        assertThat(audit.listEntries(null, 10)).extracting(AuditEntry::action).containsExactly("start rescan");
    }

    @Test
    void choosesByTheStoredVerdict() throws MalformedEnvelopeException {
        keep("late_fee");

        RescanProgress clean = desk.start(OPERATOR, request(null, "clean"));
        await().until(() -> stateOf(clean).equals("done"));
        assertThat(listSent()).isEmpty();

        RescanProgress junk = desk.start(OPERATOR, request(null, "junk"));
        await().until(() -> stateOf(junk).equals("done"));
        assertThat(listSent()).hasSize(1);
    }

    @Test
    void pausesWhileTheQueueIsAwayAndGoesOnWhereItWas() throws MalformedEnvelopeException {
        keep("late_fee");
        queue.goDown();
        RescanProgress run = desk.start(OPERATOR, request(null, null));
        await().until(() -> stateOf(run).equals("paused"));
        assertThat(desk.read(run.id()).failure()).contains("resume the rescan");

        queue.comeBack();
        assertThat(desk.resume(OPERATOR, run.id()).failure()).isNull();

        await().until(() -> stateOf(run).equals("done"));
        assertThat(listSent()).hasSize(1);
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws MalformedEnvelopeException {
        for (int i = 0; i < 30; i++) {
            keep("late_fee");
        }
        RescanProgress run = desk.start(OPERATOR, slowRequest());
        await().until(() -> desk.read(run.id()).sent() >= 5);

        desk.close();
        try (RescanDesk next = openDesk()) {
            await().until(() -> next.read(run.id()).state().equals("done"));
            assertThat(next.read(run.id()).sent()).isEqualTo(30);
        }
        assertThat(listSent()).hasSize(30);
    }

    @Test
    void goesOnAfterAKillOnceTheLeaseEnds() throws MalformedEnvelopeException {
        for (int i = 0; i < 30; i++) {
            keep("late_fee");
        }
        // What a process left that was killed half way: 20 messages sent.
        RescanProgress run = desk.start(OPERATOR, request(null, null));
        await().until(() -> stateOf(run).equals("done"));
        StoredRescan done = rescans.listRescans().getFirst();
        StoredRescan.Progress half = new StoredRescan.Progress(20, 20, noon, MessageHistory.START, 20);
        assertThat(rescans.saveRescan(
                        done.with("running", null, half, "killed", now.get().plusSeconds(15))))
                .isTrue();
        int before = listSent().size();

        try (RescanDesk next = openDesk()) {
            assertThat(next.read(run.id()).state()).isEqualTo("running");
            now.updateAndGet(time -> time.plusSeconds(20));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> next.read(run.id()).state().equals("done"));
            assertThat(next.read(run.id()).sent()).isEqualTo(30);
        }
        assertThat(listSent()).hasSize(before + 10);
    }

    @Test
    void staysPausedAfterARestartAndCanBeResumed() throws MalformedEnvelopeException {
        keep("late_fee");
        queue.goDown();
        RescanProgress run = desk.start(OPERATOR, request(null, null));
        await().until(() -> stateOf(run).equals("paused"));
        desk.close();
        queue.comeBack();

        try (RescanDesk next = openDesk()) {
            assertThat(next.resume(OPERATOR, run.id()).state()).isEqualTo("running");
            await().until(() -> next.read(run.id()).state().equals("done"));
        }
        assertThat(listSent()).hasSize(1);
    }

    @Test
    void goesOnWhenTheStoreOfItsProgressWasAway() throws MalformedEnvelopeException {
        for (int i = 0; i < 30; i++) {
            keep("late_fee");
        }
        RescanProgress run = desk.start(OPERATOR, slowRequest());
        await().until(() -> !listSent().isEmpty());
        rescans.setDown(true);
        int before = listSent().size();
        await().until(() -> listSent().size() > before);
        rescans.setDown(false);
        await().until(() -> !stateOf(run).equals("running") || listSent().size() == 30);

        if (stateOf(run).equals("paused")) {
            desk.resume(OPERATOR, run.id());
        }
        await().until(() -> stateOf(run).equals("done"));
        assertThat(listSent()).hasSize(30);
    }

    @Test
    void endsAPausedRescanThatExpired() {
        keep("late_fee");
        queue.goDown();
        RescanProgress run = desk.start(OPERATOR, request(null, null));
        await().until(() -> stateOf(run).equals("paused"));

        now.updateAndGet(time -> time.plus(RescanDesk.EXPIRY));

        await().until(() -> desk.list().isEmpty());
    }

    private String stateOf(RescanProgress run) {
        return desk.read(run.id()).state();
    }

    private RescanRequest request(@Nullable String rule, @Nullable String verdict) {
        return new RescanRequest(noon, noon.plusSeconds(60), rule, verdict, 10_000);
    }

    /** A request whose 30 messages take a second and a half. */
    private RescanRequest slowRequest() {
        return new RescanRequest(noon, noon.plusSeconds(60), null, null, 20);
    }

    private List<Envelope.Slot> listSent() throws MalformedEnvelopeException {
        List<Envelope.Slot> sent = new ArrayList<>();
        for (String body : queue.bodies()) {
            sent.addAll(EnvelopeCodec.decode(body).slots());
        }
        return sent;
    }

    /** Keeps a message that this rule called junk. */
    private KeptMessage keep(String rule) {
        KeptMessage kept = keepWithoutVerdict();
        RuleMatch match = new RuleMatch(rule, rule, 60, View.RAW, List.of());
        verdicts.saveVerdicts(VerdictSamples.of(
                kept.envelope(),
                new SlotVerdict(
                        new Verdict.Judged(Category.JUNK, 60, DecidedBy.SCORE, List.of(match), false, List.of()),
                        null,
                        noon)));
        return kept;
    }

    private KeptMessage keepWithoutVerdict() {
        UUID envelope = VerdictSamples.envelope();
        KeptMessage kept = new KeptMessage(envelope, 0, new Envelope.Slot("demo", SmsMessage.ofText("hello"), noon));
        history.saveMessages(List.of(kept));
        return kept;
    }

    /** A clock that the test sets. */
    private final class SettableClock extends Clock {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
