package dev.winnow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoDatabase;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.aws.SqsSettings;
import dev.winnow.console.access.OpenIdProvider;
import dev.winnow.publication.TrippedRule;
import dev.winnow.publication.Version;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The console as a task of a fleet, on an AWS of the tests' own. */
class ConsoleAloneIT {
    private static final String SECRET = "0:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
    private static final String KEY = ApiKey.generateKey();

    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final String table = Aws.shared().newTable();
    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void changesTheStateOfAPublishedRuleAndRollsBack() throws Exception {
        makeABucketAndPointers();
        publishTenants();
        publishRules("one");
        try (ConfigurableApplicationContext console = startPublished()) {
            int port = Integer.parseInt(console.getEnvironment().getRequiredProperty("local.server.port"));
            await().until(() -> send(port, "GET", "rules", null), answer -> answer.contains("\"name\":\"zebra\""));
            assertThat(send(port, "GET", "now", null)).contains("\"deadLetters\":0");
            assertThat(send(port, "GET", "tenants", null)).contains("acme");
            assertThat(send(port, "POST", "rule-versions/rollback", "{}")).contains("Nothing was live before");

            assertThat(send(port, "POST", "rules/zebra/state", "{\"state\":\"shadow\",\"note\":\"wild\"}"))
                    .contains("\"mode\":\"shadow\"");
            assertThat(send(port, "GET", "rules/zebra", null)).contains("\"mode\":\"shadow\"", "wild");
            publishRules("two");
            assertThat(send(port, "GET", "rule-versions/comparison", null))
                    .contains("\"added\":[\"winnow.yar:one\"]", "\"removed\":[\"winnow.yar:two\"]");

            assertThat(send(port, "POST", "rule-versions/rollback", "{}")).contains("rules/");
            assertThat(send(port, "GET", "rules/zebra", null)).contains("\"mode\":\"shadow\"");
            assertThat(send(port, "GET", "rule-versions", null)).contains("\"published\":false");
            assertThat(send(port, "GET", "audit", null)).contains("change rule state", "roll back rules");

            String files = "\"files\":[{\"name\":\"own.yar\",\"text\":\"rule own { condition: false }\"}]";
            String review = send(port, "POST", "rule-publications/review", "{" + files + "}");
            assertThat(review).contains("own.yar:own", "\"removed\":[\"winnow.yar:one\"", "\"refusals\":[]");
            String mark = review.replaceFirst(".*\"mark\":\"([0-9a-f]+)\".*", "$1");
            assertThat(send(port, "POST", "rule-publications", "{" + files + ",\"mark\":\"" + mark + "\"}"))
                    .contains("\"live\":\"rules/");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> send(port, "GET", "rules", null), answer -> answer.contains("\"name\":\"own\""));
        }
    }

    @Test
    void triesATextOnTheRulesThatAFuseHasLeftInPlay() throws Exception {
        makeABucketAndPointers();
        publishTenants();
        Version live = publishText("one", """
                rule zebra { meta: category = "junk" weight = 60 condition: true }
                rule other { meta: category = "junk" weight = 60 condition: false }
                """);
        try (ConfigurableApplicationContext console = startPublished()) {
            int port = Integer.parseInt(console.getEnvironment().getRequiredProperty("local.server.port"));
            assertThat(send(port, "POST", "trials", "{\"text\":\"hello\"}")).contains("\"verdict\":\"junk\"");

            try (DynamoDbClient client = Aws.shared().dynamoDb(Duration.ofSeconds(30))) {
                DynamoDatabase.openTable(client, new DynamoSettings(table, Duration.ofSeconds(30)), Clock.systemUTC())
                        .tripped()
                        .saveTripped(new TrippedRule("zebra", live.key(), "went wild", Instant.now()));
            }

            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> send(port, "POST", "trials", "{\"text\":\"hello\"}"),
                            answer -> answer.contains("\"verdict\":\"clean\""));
        }
    }

    @Test
    void readsTheFilesThatProgramsShare() throws Exception {
        Path tenants = data.resolve("tenants.yaml");
        Files.writeString(
                tenants, TenantFile.writeDocument(List.of(new Tenant("acme", List.of(), TenantSettings.DEFAULT))));
        Files.createDirectories(data.resolve("rules"));
        try (ConfigurableApplicationContext console =
                start("winnow.tenants=" + tenants, "winnow.rules.folder=" + data.resolve("rules"))) {
            int port = Integer.parseInt(console.getEnvironment().getRequiredProperty("local.server.port"));

            assertThat(send(port, "GET", "tenants", null)).contains("acme");
            assertThat(send(port, "POST", "rules/parcel_fee/state", "{\"state\":\"shadow\"}"))
                    .contains("\"known\":true");
            assertThat(Files.readString(data.resolve("rules/states.tsv"))).contains("parcel_fee\tshadow");
        }
    }

    @Test
    void signsPeopleInAtAnOpenIdProvider() throws Exception {
        makeABucketAndPointers();
        publishTenants();
        publishRules("one");
        try (OpenIdProvider provider = OpenIdProvider.start();
                ConfigurableApplicationContext console = startPublished(
                        "winnow.console.oidc.issuer=" + provider.issuer(),
                        "winnow.console.oidc.client-id=winnow",
                        "winnow.console.oidc.client-secret=secret",
                        "server.forward-headers-strategy=native",
                        "server.servlet.session.cookie.same-site=lax")) {
            URI root =
                    URI.create("http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port"));

            assertThat(addressBehindALoadBalancer(root))
                    .contains("redirect_uri=https://console.example.org/login/oauth2/code/console");
            assertThat(send(root, "/sign-in")).doesNotContain("refusal");
            assertThat(send(root, "/sign-in?error")).contains("did not work");
            assertThat(signIn(root, provider, List.of("winnow-operator"))).contains("jo@example.org", "operator");
            assertThat(signIn(root, provider, List.of("somebody-else"))).contains("has no role here");
            assertThat(send(root.getPort(), "GET", "audit", null))
                    .containsOnlyOnce("sign in")
                    .contains("jo@example.org");
        }
    }

    /** Follows the way of a browser; the provider's own page is left out. */
    private static String signIn(URI root, OpenIdProvider provider, List<String> groups) throws Exception {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build()) {
            HttpResponse<String> leaves = browser.send(
                    HttpRequest.newBuilder(root.resolve("/oauth2/authorization/console"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String to = leaves.headers().firstValue("Location").orElseThrow();
            assertThat(to).startsWith(provider.issuer() + "/authorize").contains("client_id=winnow");
            provider.expect(parameter(to, "nonce"), groups);
            URI back = root.resolve("/login/oauth2/code/console?code=c&state=" + parameter(to, "state"));
            HttpResponse<String> returns =
                    browser.send(HttpRequest.newBuilder(back).build(), HttpResponse.BodyHandlers.ofString());
            URI next = root.resolve(
                    returns.headers().firstValue("Location").orElseThrow(() -> new AssertionError(returns.body())));
            return browser.send(HttpRequest.newBuilder(next).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private String addressBehindALoadBalancer(URI root) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/oauth2/authorization/console"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "console.example.org")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String send(URI root, String page) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(root.resolve(page)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String parameter(String uri, String name) {
        return uri.replaceFirst(".*[?&]" + name + "=([^&]+).*", "$1");
    }

    private String send(int port, String method, String route, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/ops/v1/" + route))
                .header("Authorization", "Bearer " + KEY)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private ConfigurableApplicationContext startPublished(String... more) {
        return start(Stream.concat(
                        Arrays.stream(more),
                        Stream.of(
                                "winnow.bucket=" + bucket,
                                "winnow.parameters.path=" + path,
                                "winnow.parameters.period=200ms"))
                .toArray(String[]::new));
    }

    private ConfigurableApplicationContext start(String... more) {
        return ConsoleApplication.startAlone(Stream.concat(
                        Arrays.stream(more),
                        Stream.of(
                                "server.port=0",
                                "management.server.port=0",
                                "winnow.data=" + data,
                                "winnow.store=dynamodb",
                                "winnow.dynamodb.table=" + table,
                                "winnow.id-secrets=" + SECRET,
                                "winnow.queue.scan-queue=" + queues.scanQueue(),
                                "winnow.queue.bulk-queue=" + queues.bulkQueue(),
                                "winnow.queue.dead-letter-queue=" + queues.deadLetterQueue(),
                                "winnow.console.keys=jo:admin:" + ApiKey.hashKey(KEY),
                                "spring.cloud.aws.endpoint=" + Aws.shared().endpoint(),
                                "spring.cloud.aws.region.static=us-east-1",
                                "spring.cloud.aws.credentials.access-key=test",
                                "spring.cloud.aws.credentials.secret-key=test"))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    private void makeABucketAndPointers() {
        try (S3Client objects = Aws.shared().objects();
                SsmClient parameters = Aws.shared().parameters()) {
            objects.createBucket(create -> create.bucket(bucket));
            Map.of(
                            "rules-pointer",
                            "unset",
                            "tenants-pointer",
                            "unset",
                            "log-levels",
                            "none",
                            "winnow.id-secrets",
                            SECRET)
                    .forEach((name, value) -> parameters.putParameter(put -> put.name(path + name)
                            .value(value)
                            .type(ParameterType.STRING)
                            .overwrite(true)));
        }
    }

    private void publishTenants() {
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            String tenants = TenantFile.writeDocument(List.of(new Tenant("acme", List.of(), TenantSettings.DEFAULT)));
            var _ = aws.openPublication(path + "tenants-pointer", bucket, "tenants/", data)
                    .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void publishRules(String name) throws IOException {
        var _ = publishText(name, "rule zebra { condition: true }\nrule " + name + " { condition: false }\n");
    }

    private Version publishText(String name, String text) throws IOException {
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            RuleBundle bundle = RuleBundle.assemble(
                    name,
                    List.of(new RuleSource("winnow.yar", text)),
                    RuleStates.NONE,
                    Map.of(),
                    new TreeMap<>(),
                    List.of());
            return aws.openPublication(path + "rules-pointer", bucket, "rules/", data)
                    .publishContent(bundle.manifest().version() + ".zip", bundle.toBytes());
        }
    }
}
