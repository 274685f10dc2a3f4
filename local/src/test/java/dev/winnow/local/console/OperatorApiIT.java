package dev.winnow.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.local.Winnow;
import dev.winnow.local.console.OperatorContract.Operation;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.UsageCounts;
import dev.winnow.tenant.TenantFile;
import dev.winnow.verdict.Verdict;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.WebhookSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator API against its document: every route with each role and none, its actions, and random requests. */
class OperatorApiIT {
    private static final int FUZZED = Integer.getInteger("winnow.console.fuzz", 500);

    @SuppressWarnings("NullAway.Init")
    private static RunningConsole console;

    private final OperatorContract contract = OperatorContract.read();

    @BeforeAll
    static void startConsole() throws IOException {
        console = RunningConsole.start();
    }

    @AfterAll
    static void stopConsole() throws IOException {
        console.close();
    }

    @Test
    void answersEachRouteByTheRoleThatTheDocumentNames() {
        for (Operation operation : contract.operations()) {
            String path = fill(operation.path(), "unknown");
            String body = operation.node().has("requestBody") ? "{}" : null;
            assertThat(call(operation.method(), path, null, body).statusCode())
                    .as("%s without a key", operation)
                    .isEqualTo(401);
            assertThat(call(operation.method(), path, "wk_wrong", body).statusCode())
                    .as("%s with a wrong key", operation)
                    .isEqualTo(401);
            boolean needsOperator = operation.needs("operator");
            boolean needsAdmin = operation.needs("admin");
            requireRefused(operation, path, body, "viewer", needsOperator || needsAdmin);
            requireRefused(operation, path, body, "operator", needsAdmin);
            requireRefused(operation, path, body, "admin", false);
        }
    }

    @Test
    void redrivesADeadLetterAndReplacesItsFailedVerdict() {
        UUID envelope = console.bury("Your parcel is held: pay at http://royal-post.top/pay", "the engine broke");
        HttpResponse<String> letter = admin("GET", "/ops/v1/dead-letters/" + envelope, null);
        assertThat(letter.body()).contains("the engine broke").doesNotContain("royal-post");
        assertThat(admin("POST", "/ops/v1/dead-letters/" + envelope + "/reveal", null)
                        .body())
                .contains("royal-post");

        assertThat(admin("POST", "/ops/v1/dead-letters/" + envelope + "/redrive", null)
                        .statusCode())
                .isEqualTo(204);

        Awaitility.await().until(() -> console.verdictOf(envelope) instanceof Verdict.Judged);
        assertThat(admin("GET", "/ops/v1/dead-letters/" + envelope, null).statusCode())
                .isEqualTo(404);
        assertThat(admin("GET", "/ops/v1/audit", null).body())
                .contains("reveal texts of dead letter", "redrive dead letter", envelope.toString())
                .doesNotContain("royal-post");
    }

    @Test
    void discardsADeadLetterWhoseVerdictStands() {
        UUID envelope = console.bury("hello", "no memory");

        assertThat(admin("POST", "/ops/v1/dead-letters/" + envelope + "/discard", null)
                        .statusCode())
                .isEqualTo(204);

        assertThat(console.verdictOf(envelope)).isInstanceOf(Verdict.Failed.class);
        assertThat(admin("POST", "/ops/v1/dead-letters/" + envelope + "/discard", null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void redrivesAGroupWithProgress() {
        UUID first = console.bury("one", "a group");
        UUID second = console.bury("two", "a group");

        assertThat(admin("POST", "/ops/v1/redrives", "{\"reason\":\"a group\",\"perSecond\":1000}")
                        .statusCode())
                .isEqualTo(202);

        Awaitility.await()
                .until(() -> console.verdictOf(first) instanceof Verdict.Judged
                        && console.verdictOf(second) instanceof Verdict.Judged);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                admin("GET", "/ops/v1/redrives/last", null).body())
                        .contains("\"sent\":2", "\"running\":false"));
    }

    @Test
    void tellsTheWayOfAMessageAndTriesAText() throws IOException {
        String id = console.judge("Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay");

        assertThat(admin("GET", "/ops/v1/messages/" + id, null).body())
                .contains("\"verdict\":\"junk\"", "Judged junk", "Accepted");
        assertThat(admin("POST", "/ops/v1/trials", "{\"text\":\"See you at eight?\"}")
                        .body())
                .contains("\"verdict\":\"clean\"");
        assertThat(admin("POST", "/ops/v1/trials", "{\"text\":\"x\",\"tenant\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void createsAKeyThatTheApiTakesAndRevokesIt() {
        assertThat(admin("POST", "/ops/v1/tenants", "{\"id\":\"acme\"}").statusCode())
                .isEqualTo(201);
        HttpResponse<String> made =
                admin("POST", "/ops/v1/tenants/acme/keys", "{\"name\":\"phone\",\"scopes\":[\"submit\"]}");
        assertThat(made.body()).contains("wk_");
        assertThat(admin("GET", "/ops/v1/tenants/acme", null).body())
                .contains("phone")
                .doesNotContain("wk_");
        assertThat(admin("DELETE", "/ops/v1/tenants/acme/keys/phone", null).statusCode())
                .isEqualTo(204);
        assertThat(admin("DELETE", "/ops/v1/tenants/acme/keys/phone", null).statusCode())
                .isEqualTo(404);
        assertThat(TenantFile.parseDocument(readTenants(), "tenants.yaml"))
                .anySatisfy(tenant -> assertThat(tenant.id()).isEqualTo("acme"));
    }

    @Test
    void changesTheSettingsOfATenant() {
        assertThat(admin("POST", "/ops/v1/tenants", "{\"id\":\"settled\"}").statusCode())
                .isEqualTo(201);
        assertThat(admin("PUT", "/ops/v1/tenants/settled/settings", "{\"junkThreshold\":70,\"country\":\"DE\"}")
                        .body())
                .contains("\"junkThreshold\":70", "\"promotionThreshold\":15", "\"country\":\"DE\"");
        assertThat(admin("GET", "/ops/v1/audit", null).body()).contains("junkThreshold 50 to 70, country none to DE");
        assertThat(admin("PUT", "/ops/v1/tenants/settled/settings", "{\"junkThreshold\":101}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin("PUT", "/ops/v1/tenants/settled/settings", "{\"country\":\"Germany\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hurriesWaitingWebhooksWithAReplay() {
        Endpoint endpoint = WebhookSamples.endpoint("demo", "https://receiver.invalid/hook");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        String path = "/ops/v1/tenants/demo/webhook-endpoints/" + endpoint.id();
        try (SqliteDatabase database = console.openDatabase()) {
            assertThat(database.endpoints().addEndpoint(endpoint)).isTrue();
            database.dueWebhooks().addDue(WebhookSamples.webhook(endpoint.id()).withFailure("status 503"), tomorrow);
            assertThat(admin("GET", path, null).body())
                    .contains("\"nextTry\":\"" + tomorrow, "\"reason\":\"status 503\"");

            assertThat(admin("POST", path + "/replay", "{\"until\":\"2020-01-01T00:00:00Z\"}")
                            .body())
                    .contains("\"hurried\":0");
            assertThat(admin("POST", path + "/replay", "{}").body())
                    .contains("\"replayed\":0", "\"hurried\":1", "\"more\":false");

            assertThat(database.dueWebhooks().listPending(endpoint.id(), 10))
                    .allMatch(each -> each.dueAt().isBefore(tomorrow));
        }
        assertThat(admin("GET", "/ops/v1/audit", null).body()).contains("0 given up and 1 waiting of tenant demo");
    }

    @Test
    void listsCampaignsAndTellsEndpointsThatAskForThem() {
        Endpoint asks = console.addEndpoint("demo", EventType.CAMPAIGN_DETECTED);
        Endpoint asksNot = console.addEndpoint("demo", EventType.MESSAGE_VERDICT);
        Campaign campaign = console.makeCampaign(Fingerprint.parse("0123456789abcdef0123456789abcdef"));

        assertThat(admin("GET", "/ops/v1/campaigns?cleanOnly=true", null).body())
                .contains("\"id\":\"" + campaign.id(), "\"needsAttention\":true", "<name>: pay the fee");
        assertThat(admin("GET", "/ops/v1/campaigns?since=2099-01-01T00:00:00Z", null)
                        .body())
                .contains("\"campaigns\":[]");
        assertThat(admin("GET", "/ops/v1/campaigns?since=soon", null).statusCode())
                .isEqualTo(400);
        assertThat(admin("GET", "/ops/v1/campaigns/" + campaign.id(), null).body())
                .contains("fee_lure", "pay.example");
        assertThat(admin("GET", "/ops/v1/campaigns/0000000000000000", null).statusCode())
                .isEqualTo(404);
        assertThat(run("campaigns", "--clean-only", "--since", "1h")).contains(campaign.id(), "100 %", "pay the fee");
        assertThat(run("campaigns", "show", campaign.id())).contains("fee_lure 30", "clean 30");
        assertThat(run("campaigns", "show", campaign.id(), "--json")).contains("\"domains\"");

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(admin("GET", "/ops/v1/tenants/demo/webhook-endpoints/" + asks.id(), null)
                            .body())
                    .contains("campaign.detected");
        });
        assertThat(admin("GET", "/ops/v1/tenants/demo/webhook-endpoints/" + asksNot.id(), null)
                        .body())
                .doesNotContain("campaign.detected");
    }

    @Test
    void showsTheUsageOfATenant() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (SqliteDatabase database = console.openDatabase()) {
            database.usage().saveDay("demo", today.minusDays(3), "a worker", new UsageCounts(7, 0, 0, 41, 0, 0));
        }

        assertThat(admin("GET", "/ops/v1/tenants/demo/usage?days=4", null).body())
                .startsWith("{\"tenant\":\"demo\",\"days\":[{\"day\":\"" + today.minusDays(3) + "\"")
                .contains("{\"junk\":7,\"promotion\":0,\"transaction\":0,\"clean\":41,\"failed\":0,\"expired\":0}");
        assertThat(admin("GET", "/ops/v1/tenants/nobody/usage", null).statusCode())
                .isEqualTo(404);
        assertThat(admin("GET", "/ops/v1/tenants/demo/usage?days=31", null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesTheStateOfARuleAndShowsIt() {
        String state = "{\"state\":\"active\",\"share\":5,\"until\":\"2099-12-05\",\"note\":\"a try\"}";
        assertThat(admin("POST", "/ops/v1/rules/bank_alert/state", state).body())
                .contains("\"share\":5", "2099-12-05T00:00:00Z");
        assertThat(admin("GET", "/ops/v1/rules", null).body()).contains("\"note\":\"a try\"");
        assertThat(run("rules", "states")).contains("active for 5 % of messages until 2099", "a try");

        assertThat(run("rules", "state", "bank_alert", "shadow", "--note", "by hand"))
                .contains("bank_alert: shadow");
        assertThat(admin("GET", "/ops/v1/rules/bank_alert", null).body()).contains("\"mode\":\"shadow\"", "by hand");
        assertThat(admin("GET", "/ops/v1/audit", null).body())
                .contains("change rule state", "active for 5 %", "shadow: by hand");

        assertThat(admin("POST", "/ops/v1/rules/bank_alert/state", "{\"state\":\"asleep\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin("POST", "/ops/v1/rules/bank_alert/state", "{\"state\":\"active\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void publishesRulesThatWereReviewed() throws IOException {
        String rule = "rule wombat { meta: title = \\\"Wombats\\\" category = \\\"junk\\\" weight = 60"
                + " strings: $a = \\\"wombat\\\" condition: $a }";
        String files = "\"files\":[{\"name\":\"wombat.yar\",\"text\":\"" + rule + "\"}]";
        String review = admin("POST", "/ops/v1/rule-publications/review", "{" + files + "}")
                .body();
        assertThat(review).contains("\"added\":[\"wombat.yar:wombat\"]", "\"removed\":[]", "\"refusals\":[]");
        String mark = review.replaceFirst(".*\"mark\":\"([0-9a-f]+)\".*", "$1");

        assertThat(admin("POST", "/ops/v1/rule-publications", "{" + files + ",\"mark\":\"other\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin("POST", "/ops/v1/rule-publications", "{" + files + ",\"mark\":\"" + mark + "\"}")
                        .body())
                .contains("1 rule files in");

        Awaitility.await().until(() -> console.rulesOf(console.judge("a wombat")), rules -> rules.contains("wombat"));
        assertThat(admin("GET", "/ops/v1/audit", null).body()).contains("publish rules", "1 added, 0 changed");
        String broken = "{\"files\":[{\"name\":\"broken.yar\",\"text\":\"rule broken { condition: $a }\"}]}";
        assertThat(admin("POST", "/ops/v1/rule-publications/review", broken).body())
                .contains("rule 'broken' (broken.yar:1)");
        assertThat(admin("POST", "/ops/v1/rule-publications", broken).statusCode())
                .isEqualTo(409);
        for (String name : List.of("../x.yar", "x.txt", "winnow.yar", "")) {
            assertThat(admin(
                                    "POST",
                                    "/ops/v1/rule-publications/review",
                                    "{\"files\":[{\"name\":\"" + name + "\",\"text\":\"\"}]}")
                            .statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
    }

    @Test
    void showsTheTextOfARuleThatIsOff() {
        assertThat(admin("POST", "/ops/v1/rules/crypto_bait/state", "{\"state\":\"off\"}")
                        .statusCode())
                .isEqualTo(200);
        Awaitility.await()
                .until(
                        () -> admin("GET", "/ops/v1/rules/crypto_bait", null).body(),
                        body -> body.contains("\"mode\":\"off\""));
        assertThat(admin("GET", "/ops/v1/rules", null).body()).contains("\"mode\":\"off\"");
        assertThat(admin("POST", "/ops/v1/rules/crypto_bait/state", "{\"state\":\"active\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void sumsUpWhatRulesDid() throws IOException {
        String _ = console.judge("Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> admin("GET", "/ops/v1/rule-statistics?days=7", null)
                                .body(),
                        body -> body.contains("parcel_fee"));
        assertThat(run("rules", "stats", "parcel_fee")).contains("parcel_fee");
        assertThat(admin("GET", "/ops/v1/rule-statistics?days=0", null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void sendsARequestToAPageWithoutASessionToTheSignIn() {
        HttpResponse<String> answer = console.send("POST", "/tenants", null, null);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void servesCommandsAsClients() {
        UUID envelope = console.bury("hello", "for the commands");

        assertThat(run("dead-letters", "list")).contains("for the commands", envelope.toString());
        assertThat(run("dead-letters", "discard", envelope.toString())).contains("Discarded");
        assertThat(run("audit", "--json")).contains("discard dead letter", "\"channel\" : \"command\"");
        assertThat(run("console")).contains("/sign-in?token=");
    }

    @Test
    void answersRequestsByChanceAsDocumented() {
        long seed = System.nanoTime();
        OperatorFuzz fuzz = new OperatorFuzz(contract.operations(), new Random(seed));
        for (int i = 0; i < FUZZED; i++) {
            OperatorFuzz.Request request = fuzz.next();
            String key = List.of("viewer", "operator", "admin").get(i % 3);
            try {
                contract.check(
                        request.method(),
                        request.path(),
                        console.send(request.method(), request.path(), console.key(key), request.body()));
            } catch (AssertionError e) {
                throw new AssertionError("request " + i + " of seed " + seed, e);
            }
        }
        // By chance it may have disabled the tenant of the other tests.
        assertThat(admin("POST", "/ops/v1/tenants/demo/enable", null).statusCode())
                .isEqualTo(204);
        assertThat(contract.seen()).anyMatch(each -> each.endsWith("400")).anyMatch(each -> each.endsWith("403"));
    }

    private void requireRefused(Operation operation, String path, @Nullable String body, String role, boolean refused) {
        // A run over all letters would empty the tests beside this one.
        if (operation.path().endsWith("/redrives") && !refused) {
            return;
        }
        assertThat(call(operation.method(), path, console.key(role), body).statusCode() == 403)
                .as("%s refuses %s", operation, role)
                .isEqualTo(refused);
    }

    private HttpResponse<String> admin(String method, String path, @Nullable String body) {
        return call(method, path, console.key("admin"), body);
    }

    private HttpResponse<String> call(String method, String path, @Nullable String key, @Nullable String body) {
        HttpResponse<String> answer = console.send(method, path, key, body);
        contract.check(method, path, answer);
        return answer;
    }

    private static String fill(String path, String value) {
        return path.replaceAll("\\{[^}]+}", value);
    }

    private static byte[] readTenants() {
        try {
            return java.nio.file.Files.readAllBytes(console.data().resolve("tenants.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", console.data().toString()));
        int code = Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
        assertThat(code)
                .as("%s: %s".formatted(String.join(" ", arguments), out))
                .isZero();
        return out.toString();
    }
}
