package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ScanFaultsTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ScanFaults.class);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void namesTenantAndRuleOnceForAnEnvelope() {
        UUID id = VerdictSamples.envelope();
        Envelope envelope = new Envelope(id, "g1", List.of(slot("acme"), slot("acme"), slot("zoo"), slot("zoo")));

        ScanFaults.logFaults(
                envelope,
                VerdictSamples.of(
                        id,
                        verdict(skipping("slow_rule")),
                        verdict(skipping("slow_rule")),
                        verdict(new Verdict.Failed("the engine timed out")),
                        verdict(VerdictSamples.clean())));

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Rule 'slow_rule' was skipped for 2 messages of tenant acme",
                        "1 messages of tenant zoo could not be judged: the engine timed out");
        assertThat(lines.list.getFirst().getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("tenant=acme", "rule=slow_rule");
        assertThat(lines.list.getLast().getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("tenant=zoo");
    }

    @Test
    void logsNoLineForGoodVerdicts() {
        UUID id = VerdictSamples.envelope();
        EnvelopeVerdicts verdicts = VerdictSamples.of(id, verdict(VerdictSamples.clean()));

        ScanFaults.logFaults(new Envelope(id, "g1", List.of(slot("acme"))), verdicts);

        assertThat(lines.list).isEmpty();
    }

    private static Envelope.Slot slot(String tenant) {
        return new Envelope.Slot(tenant, SmsMessage.ofText("See you at eight?"), Instant.EPOCH);
    }

    private static SlotVerdict verdict(Verdict verdict) {
        return new SlotVerdict(verdict, null, Instant.EPOCH);
    }

    private static Verdict skipping(String rule) {
        return new Verdict.Judged(Category.CLEAN, 0, DecidedBy.SCORE, List.of(), false, List.of(rule), null);
    }
}
