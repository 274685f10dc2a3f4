package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesIT {
    private static final String FILTER = "/v1/apple/" + RunningApi.APP_TOKEN + "/message-filter";
    private static final String NONE =
            "{\"_version\":1,\"action\":0,\"actionName\":\"none\",\"subAction\":0,\"subActionName\":\"none\"}";
    private static final RunningApi api =
            RunningApi.start("winnow.apple.app-ids=TEAM.app,TEAM.app.filter", "winnow.apple.verdict-wait=1s");
    private final ApiClient phone = api.client().withKey("");

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void comeBack() {
        api.queue.comeBack();
        api.verdicts.comeBack();
    }

    @Test
    void tellsIosWhatToDo() throws Exception {
        Thread worker = judgeNext(new Verdict.Judged(Category.JUNK, 90, DecidedBy.SCORE, List.of(), false, List.of()));

        ApiClient.Answer answer = filter(FILTER, """
                {"_version":1,"query":{"sender":"14085550001","message":{"text":"junk!"}},"app":{"version":"1.1"}}""");

        worker.join();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.json().path("action").asInt()).isEqualTo(2);
        assertThat(answer.json().path("actionName").asString()).isEqualTo("junk");
        assertThat(answer.json().path("ruleset").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_version\":1,\"query\":{\"sender\":null,\"message\":null},\"app\":{\"version\":null}}",
                "{\"_version\":1,\"query\":null,\"app\":null}",
                "{\"query\":{\"message\":{\"text\":\"\"}}}",
                "[]",
                "nonsense",
                "",
            })
    void tellsIosNothingWhenThereIsNothingToScan(String body) {
        ApiClient.Answer answer = filter(FILTER, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(NONE);
    }

    @Test
    void tellsIosNothingInTimeWhenNoVerdictComes() {
        long start = System.nanoTime();

        ApiClient.Answer answer = filter(FILTER, "{\"query\":{\"message\":{\"text\":\"slow\"}}}");

        assertThat(answer.json().path("action").asInt()).isZero();
        assertThat(answer.json().path("id").asString()).hasSize(32);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void tellsIosNothingWhateverIsWrong() {
        api.queue.goDown();
        assertThat(filter(FILTER, "{\"query\":{\"message\":{\"text\":\"x\"}}}").text())
                .isEqualTo(NONE);
        assertThat(filter(FILTER, "{\"query\":{\"message\":{\"text\":\"" + "x".repeat(20_000) + "\"}}}")
                        .text())
                .isEqualTo(NONE);
        api.queue.comeBack();
        api.verdicts.goDown();
        assertThat(filter(FILTER, "{\"query\":{\"message\":{\"text\":\"x\"}}}")
                        .json()
                        .path("action")
                        .asInt())
                .isZero();
    }

    @Test
    void knowsNoAppWithoutATenant() {
        assertThat(filter("/v1/apple/message-filter", "{}").status()).isEqualTo(404);
        assertThat(filter("/v1/apple/some-other-token-123/message-filter", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void tellsAnAddressNothingPastItsBucketHoweverItWritesItsName() {
        String query = "{\"query\":{\"message\":{\"text\":\"flood\"}}}";
        try (RunningApi strict = RunningApi.start(
                "winnow.apple.verdict-wait=10ms", "winnow.request.trusted-proxies=1", "winnow.quota.address-rate=1")) {
            ApiClient flood = strict.client().withKey("");
            long start = System.nanoTime();
            List<ApiClient.Answer> answers = IntStream.range(0, 30)
                    .mapToObj(i -> flood.post(FILTER, query, "X-Forwarded-For", "198.51.100." + i + ", 203.0.113.9"))
                    .toList();
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            ApiClient.Answer other = flood.post(FILTER, query, "X-Forwarded-For", "203.0.113.9, 203.0.113.10");

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            List<ApiClient.Answer> taken =
                    answers.stream().filter(answer -> !answer.id().isEmpty()).toList();
            assertThat(taken).hasSizeBetween(1, 2 + (int) seconds).hasSizeLessThan(30);
            assertThat(answers)
                    .filteredOn(answer -> answer.id().isEmpty())
                    .allSatisfy(answer -> assertThat(answer.text()).isEqualTo(NONE));
            assertThat(other.id()).hasSize(32);
            assertThat(strict.envelopes()).hasSize(taken.size() + 1);
        }
    }

    @Test
    void servesTheAssociationFile() {
        ApiClient.Answer answer = phone.get("/.well-known/apple-app-site-association");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.text())
                .isEqualTo("{\"messagefilter\":{\"apps\":[\"TEAM.app\",\"TEAM.app.filter\"]},"
                        + "\"classificationreport\":{\"apps\":[\"TEAM.app\",\"TEAM.app.filter\"]}}");
    }

    @Test
    void takesAnAndroidForwardersMessageOnceHoweverOftenItIsRepeated() {
        String body = """
                {"from":"+491700000001","text":"from a phone","sentStamp":1763999999000,"receivedStamp":"1763999999500","sim":"sim1"}""";
        int before = slots();

        ApiClient.Answer first = forward("/v1/compat/forwarder", body, "text/plain");
        ApiClient.Answer again = forward(
                "/v1/compat/forwarder",
                body.replace("1763999999000", "\"1763999999000\""),
                "application/json; charset=utf-8");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text()).isEqualTo("{\"id\":\"" + first.id() + "\",\"status\":\"queued\"}");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(slots()).isEqualTo(before + 1);
        assertThat(api.envelopes().getLast().slots().getLast().message().sender())
                .isEqualTo("+491700000001");
    }

    @Test
    void tellsAForwarderTheVerdictInFlatTokens() throws Exception {
        Thread worker = judgeNext(new Verdict.Judged(Category.JUNK, 90, DecidedBy.SCORE, List.of(), false, List.of()));

        ApiClient.Answer answer =
                forward("/v1/compat/forwarder?wait=20", "{\"from\":\"x\",\"text\":\"junk\"}", "application/json");

        worker.join();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"id\":\"" + answer.id() + "\",\"status\":\"done\",\"verdict\":\"junk\",\"score\":90}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":[7]}", "{\"text\":\"\"}", "nonsense", ""})
    void refusesWhatNoForwarderSends(String body) {
        assertThat(forward("/v1/compat/forwarder", body, "application/json").status())
                .isEqualTo(400);
    }

    static Stream<Arguments> disturbances() {
        return Stream.of(
                Arguments.of("pay \\ud83d now", "pay \ufffd now"),
                Arguments.of("pay \\ude00 now", "pay \ufffd now"),
                Arguments.of("pay \u0000\t\n\r\f\u001b now", "pay \u0000\t\n\r\f\u001b now"),
                Arguments.of("pay \"at once\" now", "pay \"at once\" now"),
                Arguments.of("pay \\x now", "pay x now"),
                Arguments.of("x".repeat(40_000), "x".repeat(8_192)),
                Arguments.of("\\u20ac".repeat(4_000), "\u20ac".repeat(2_730)),
                Arguments.of("y".repeat(300_000), "y".repeat(8_192)));
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void repairsAndTakesTheSameTextThroughEveryDoorForMachines(String sent, String taken) {
        String sender = "a.very.long.address@".repeat(5);
        List<String> bodies = List.of(
                "{\"from\":\"" + sender + "\",\"text\":\"" + sent + "\"}",
                "{\"query\":{\"sender\":\"" + sender + "\",\"message\":{\"text\":\"" + sent + "\"}}}",
                "{\"classification\":{\"sender\":\"" + sender + "\",\"type\":\"deny\",\"body\":\"" + sent + "\"}}");
        int before = slots();

        ApiClient.Answer forwarded = forward("/v1/compat/forwarder", bodies.get(0), "application/json");
        ApiClient.Answer filtered = filter(FILTER, bodies.get(1));
        ApiClient.Answer reported = filter("/v1/apple/" + RunningApi.APP_TOKEN + "/report", bodies.get(2));

        assertThat(forwarded.status()).isEqualTo(202);
        assertThat(filtered.id()).hasSize(32);
        assertThat(reported.status()).isEqualTo(202);
        List<SmsMessage> messages = api.envelopes().stream()
                .flatMap(envelope -> envelope.slots().stream())
                .skip(before)
                .map(Envelope.Slot::message)
                .toList();
        assertThat(messages).hasSize(3).allSatisfy(message -> {
            assertThat(message.text()).isEqualTo(taken);
            assertThat(message.sender()).isEqualTo(sender.substring(0, 64));
            assertThat(message.truncated()).isEqualTo(taken.length() > 1_000);
        });
    }

    @Test
    void takesMalformedBytesAndNumbersWhereStringsAreExpected() {
        byte[] body = "{\"from\":491700000001,\"text\":\"pay _ now\",\"receivedStamp\":1764000000}"
                .getBytes(StandardCharsets.ISO_8859_1);
        body[33] = (byte) 0xe4;

        ApiClient.Answer answer = api.client().call("POST", "/v1/compat/forwarder", body);
        ApiClient.Answer number = forward("/v1/compat/forwarder", "{\"text\":7}", "application/json");
        ApiClient.Answer form =
                forward("/v1/compat/forwarder", "from=x&text=pay+now", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(number.status()).isEqualTo(202);
        assertThat(form.status()).isEqualTo(202);
        assertThat(api.envelopes().stream()
                        .flatMap(envelope -> envelope.slots().stream())
                        .map(Envelope.Slot::message))
                .anySatisfy(message -> {
                    assertThat(message.text()).isEqualTo("pay \ufffd now");
                    assertThat(message.sender()).isEqualTo("491700000001");
                    assertThat(message.receivedAt()).isEqualTo(Instant.ofEpochSecond(1_764_000_000));
                })
                .anySatisfy(message -> assertThat(message.text()).isEqualTo("7"))
                .anySatisfy(message -> assertThat(message.text()).isEqualTo("pay now"));
    }

    @Test
    void tellsAForwarderThatOnlyTheBeginningWasJudged() throws Exception {
        Thread worker = judgeNext(new Verdict.Judged(Category.JUNK, 90, DecidedBy.SCORE, List.of(), true, List.of()));

        ApiClient.Answer answer =
                forward("/v1/compat/forwarder?wait=20", "{\"text\":\"" + "z".repeat(9_000) + "\"}", "application/json");

        worker.join();
        assertThat(answer.json().path("truncated").asBoolean()).isTrue();
    }

    @Test
    void takesAGatewaysKeyFromTheAddressOfItsRouteOnly() {
        ApiClient stranger = api.client().withKey("its.own.token");
        byte[] body = "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(stranger.call("POST", "/v1/compat/forwarder?key=" + RunningApi.KEY, body)
                        .status())
                .isEqualTo(202);
        assertThat(stranger.call("POST", "/v1/compat/forwarder?key=wrong", body).status())
                .isEqualTo(401);
        assertThat(stranger.call("POST", "/v1/messages?key=" + RunningApi.KEY, body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"sms:sent\",\"payload\":{\"message\":\"x\"}}",
                "{\"specversion\":\"1.0\",\"type\":\"message.phone.sent\",\"data\":{\"content\":\"x\"}}",
                "{\"event\":\"sms:received\",\"payload\":{}}",
                "{\"specversion\":\"1.0\",\"type\":\"message.phone.received\"}",
            })
    void refusesEventsThatAreNoReceivedMessage(String body) {
        assertThat(forward("/v1/compat/forwarder", body, "application/json").status())
                .isEqualTo(400);
    }

    private ApiClient.Answer filter(String path, String body, String... headers) {
        return phone.call("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private ApiClient.Answer forward(String path, String body, String contentType) {
        return api.client().call("POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", contentType);
    }

    private static Thread judgeNext(Verdict verdict) {
        int before = api.envelopes().size();
        return Thread.ofVirtual().start(() -> {
            Awaitility.await().until(() -> api.envelopes().size() > before);
            Envelope envelope = api.envelopes().getLast();
            api.judge(envelope.id(), envelope.slots().size(), verdict);
        });
    }

    private static int slots() {
        return api.envelopes().stream()
                .map(Envelope::slots)
                .mapToInt(List::size)
                .sum();
    }
}
