package dev.winnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {
    private final UUID id = Generators.timeBasedEpochGenerator().generate();
    private final Instant acceptedAt = Instant.ofEpochMilli(1_764_000_000_123L);

    @Test
    void keepsTheOriginOfAMessageThatIsJudgedAgain() throws Exception {
        Envelope.Slot again = new Envelope.Slot("acme", SmsMessage.ofText("hello"), Instant.EPOCH)
                .judgedAgain(new Envelope.Origin(UUID.randomUUID(), 199));

        assertThat(EnvelopeCodec.decodeSlot(EnvelopeCodec.encode(again).json())).isEqualTo(again);
    }

    @Test
    void readsTheEnvelopeThatItWrote() throws Exception {
        Envelope.Slot full = new Envelope.Slot(
                "acme",
                new SmsMessage(
                        "Ihr Paket \"wartet\"\n\u0001😀",
                        "+14085550001",
                        Channel.RCS,
                        Instant.ofEpochMilli(1_763_999_999_000L),
                        "DE",
                        "abc 1",
                        Priority.BULK,
                        true),
                acceptedAt,
                "c0ffee",
                new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        Envelope.Slot bare = new Envelope.Slot("demo", SmsMessage.ofText("hi"), acceptedAt);

        assertThat(EnvelopeCodec.decode(seal(full, bare).body()))
                .isEqualTo(new Envelope(id, "g7", List.of(full, bare)));
    }

    @Test
    void survivesRandomTextsAndStaysAcceptableToSqs() throws Exception {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            List<Envelope.Slot> slots = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(20); i++) {
                slots.add(new Envelope.Slot("t" + i, SmsMessage.ofText(randomText(random)), acceptedAt));
            }
            SealedEnvelope sealed = seal(slots.toArray(Envelope.Slot[]::new));

            assertThat(EnvelopeCodec.decode(sealed.body()).slots()).isEqualTo(slots);
            assertThat(sealed.body().codePoints()).allMatch(EnvelopeCodecTest::isAllowedBySqs);
        }
    }

    @Test
    void countsItsBytesExactlyAndRefusesASlotThatDoesNotFit() {
        EnvelopeDraft draft = new EnvelopeDraft(id, "g1", Priority.LIVE);
        EncodedSlot slot =
                EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText("ä".repeat(2_000)), acceptedAt));
        while (draft.hasRoomFor(slot)) {
            draft.addSlot(slot);
        }

        assertThatThrownBy(() -> draft.addSlot(slot)).isInstanceOf(IllegalStateException.class);

        int bytes = draft.sealDraft().body().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThanOrEqualTo(Envelope.MAX_BYTES).isGreaterThan(Envelope.MAX_BYTES - slot.bytes() - 1);
    }

    @Test
    void holdsTwoHundredShortMessages() throws Exception {
        EnvelopeDraft draft = new EnvelopeDraft(id, "g1", Priority.LIVE);
        EncodedSlot slot = EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText("hello"), acceptedAt));
        while (draft.hasRoomFor(slot)) {
            draft.addSlot(slot);
        }

        assertThat(EnvelopeCodec.decode(draft.sealDraft().body()).slots()).hasSize(Envelope.MAX_SLOTS);
    }

    @Test
    void alwaysHasRoomForTheLongestMessage() {
        String worst = "\u0001".repeat(SmsMessage.MAX_TEXT_BYTES);
        EncodedSlot slot =
                EnvelopeCodec.encode(new Envelope.Slot("t".repeat(64), SmsMessage.ofText(worst), acceptedAt));

        assertThat(new EnvelopeDraft(id, "g".repeat(128), Priority.LIVE).hasRoomFor(slot))
                .isTrue();
    }

    @Test
    void usesNoBytesWithoutATrace() {
        assertThat(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText("hi"), acceptedAt))
                        .json())
                .isEqualTo("{\"t\":\"demo\",\"x\":\"hi\",\"a\":1764000000123}");
    }

    @Test
    void readsAMessageWhoseTraceIsNone() throws Exception {
        String body = seal(new Envelope.Slot("demo", SmsMessage.ofText("hi"), acceptedAt))
                .body();

        assertThat(EnvelopeCodec.decode(body.replace("\"x\"", "\"p\":\"nonsense\",\"x\"")))
                .isEqualTo(EnvelopeCodec.decode(body));
    }

    @Test
    void skipsNamesItDoesNotKnow() throws Exception {
        String body = seal(new Envelope.Slot("demo", SmsMessage.ofText("hi"), acceptedAt))
                .body();
        String newer = body.replace("\"v\":1", "\"v\":1,\"new\":{\"a\":[1]}").replace("\"x\"", "\"y\":[{}],\"x\"");

        assertThat(EnvelopeCodec.decode(newer)).isEqualTo(EnvelopeCodec.decode(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "null",
                "{\"v\":2,\"id\":\"0190\",\"g\":\"g\",\"m\":[]}",
                "{\"v\":1,\"id\":\"nope\",\"g\":\"g\",\"m\":[{\"t\":\"a\",\"x\":\"b\"}]}",
                "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-000000000000\",\"g\":\"g\",\"m\":[]}",
                "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-000000000000\",\"g\":\"g\",\"m\":{}}",
                "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-000000000000\",\"g\":\"g\",\"m\":[{\"t\":\"a\"}]}",
                "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-000000000000\",\"g\":\"g\",\"m\":[{\"t\":\"a\",\"x\":\"\"}]}",
                "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-000000000000\",\"g\":\"g\",\"m\":[{\"t\":\"a\",\"x\":\"b\",\"c\":\"fax\"}]}",
                "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-000000000000\",\"g\":\"g\",\"m\":[{\"t\":\"a\",\"x\":\"b\"}"
            })
    void refusesABodyThatIsNoEnvelope(String body) {
        assertThatThrownBy(() -> EnvelopeCodec.decode(body)).isInstanceOf(MalformedEnvelopeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "{\"v\":1,\"g\":\"g\",\"m\":[]}", "{\"v\":1,\"id\":\"x\"}"})
    void findsNoIdInABodyWithoutOne(String body) {
        assertThatThrownBy(() -> EnvelopeCodec.idOf(body)).isInstanceOf(MalformedEnvelopeException.class);
    }

    @Test
    void findsTheIdWithoutReadingMessages() throws Exception {
        String body = seal(new Envelope.Slot("acme", SmsMessage.ofText("hello"), Instant.EPOCH))
                .body();

        assertThat(EnvelopeCodec.idOf(body)).isEqualTo(id);
        assertThat(EnvelopeCodec.idOf(body.substring(0, body.indexOf("\"m\"")))).isEqualTo(id);
    }

    private SealedEnvelope seal(Envelope.Slot... slots) {
        EnvelopeDraft draft = new EnvelopeDraft(id, "g7", Priority.LIVE);
        for (Envelope.Slot slot : slots) {
            draft.addSlot(EnvelopeCodec.encode(slot));
        }
        return draft.sealDraft();
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(60); i++) {
            int limit = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
            int codePoint = random.nextInt(limit);
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? 0xffff : codePoint);
        }
        return text.toString();
    }

    private static boolean isAllowedBySqs(int c) {
        return c == 0x9
                || c == 0xa
                || c == 0xd
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
