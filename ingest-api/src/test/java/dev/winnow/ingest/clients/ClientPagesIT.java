package dev.winnow.ingest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.ApiClient;
import dev.winnow.ingest.RunningApi;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClientPagesIT {
    private static final RunningApi api = RunningApi.start();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void judgeEverything() {
        api.judgeEverything(new Verdict.Judged(Category.JUNK, 87, DecidedBy.SCORE, List.of(), false, List.of()));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void curlPageWorks() throws Exception {
        List<String> blocks = Page.read("curl.md").blocks("sh");

        assertThat(run("bash", "-euo", "pipefail", "-c", blocks.get(0))).contains("\"verdict\":\"junk\"");
        assertThat(run("bash", "-euo", "pipefail", "-c", blocks.get(1))).contains("\"verdict\":\"junk\"");
        assertThat(run("bash", "-euo", "pipefail", "-c", blocks.get(2))).isEqualToIgnoringNewLines("204");
    }

    @Test
    void pythonPageWorks() throws Exception {
        Path script = folder.resolve("verdict.py");
        Files.writeString(script, Page.read("python.md").block("python"));

        assertThat(run("python3", script.toString())).isEqualToIgnoringNewLines("junk");
    }

    @Test
    void javaPageWorks() throws Exception {
        Path source = folder.resolve("Verdict.java");
        Files.writeString(source, Page.read("java.md").block("java"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThat(run(java, source.toString(), "a \"quoted\" text")).isEqualToIgnoringNewLines("junk");
    }

    @Test
    void iosPageShowsWhatIsSentAndAnswered() throws Exception {
        Page page = Page.read("ios.md");
        ApiClient phone = api.client().withKey("");

        ApiClient.Answer answer =
                post(phone, "/v1/apple/" + RunningApi.APP_TOKEN + "/message-filter", page.block("json query"));
        ApiClient.Answer report =
                post(phone, "/v1/apple/" + RunningApi.APP_TOKEN + "/report", page.block("json report"));

        assertThat(withoutId(answer)).isEqualTo(withoutId(page.block("json answer")));
        assertThat(report.status()).isEqualTo(202);
        assertThat(api.feedback.listFeedback(RunningApi.TENANT)).isNotEmpty();
        assertThat(page.block("swift")).contains("rawValue: answer.action");
    }

    @Test
    void androidForwarderPageShowsWhatIsSentAndAnswered() throws Exception {
        Page page = Page.read("android-forwarder.md");

        ApiClient.Answer answer = post(api.client(), "/v1/compat/forwarder?wait=4", page.block("json payload"));

        assertThat(page.setting("URL")).endsWith("/v1/compat/forwarder");
        assertThat(withoutId(answer)).isEqualTo(withoutId(page.block("json answer")));
    }

    @ParameterizedTest
    @CsvSource({"sms-gate.md, URL", "httpsms.md, Callback URL"})
    void gatewayPagesShowWhatIsSentAndAnswered(String name, String setting) throws Exception {
        Page page = Page.read(name);
        String path = page.setting(setting)
                .replaceFirst("https://[^/]*", "")
                .replace("YOUR_KEY", RunningApi.KEY)
                .concat("&wait=4");

        ApiClient.Answer answer = post(api.client().withKey("a.gateways.own-token"), path, page.block("json payload"));
        ApiClient.Answer again = post(api.client().withKey(""), path, page.block("json payload"));

        assertThat(withoutId(answer)).isEqualTo(withoutId(page.block("json answer")));
        assertThat(again.id()).isEqualTo(answer.id());
        assertThat(api.judgedEnvelopes().getLast().slots().getLast().message())
                .satisfies(message -> assertThat(message.text()).isEqualTo("Your parcel is waiting"))
                .satisfies(message -> assertThat(message.sender()).isEqualTo("+491700000001"))
                .satisfies(message -> assertThat(message.receivedAt()).isEqualTo("2026-11-24T16:00:00Z"));
    }

    @Test
    void spamBlockerPageHasExpressionsThatMatch() throws Exception {
        Page page = Page.read("spamblocker.md");
        String path = page.setting("URL").replaceFirst("https://[^/]*", "");

        String answer = post(api.client(), path, page.block("json payload")).text();

        assertThat(Pattern.compile(page.setting("Negative (spam)"))
                        .matcher(answer)
                        .find())
                .isTrue();
        assertThat(Pattern.compile(page.setting("Positive (not spam)"))
                        .matcher(answer)
                        .find())
                .isFalse();
        assertThat(Pattern.compile(page.setting("Category"))
                        .matcher(answer)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactly("junk");
    }

    private static ApiClient.Answer post(ApiClient client, String path, String body) {
        return client.call("POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private static Map<?, ?> withoutId(ApiClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return withoutId(answer.text());
    }

    private static Map<?, ?> withoutId(String json) {
        JsonNode node = JsonMapper.shared().readTree(json);
        assertThat(node.path("id").asString()).hasSize(32);
        Map<?, ?> members = JsonMapper.shared().treeToValue(node, Map.class);
        members.remove("id");
        return members;
    }

    /** The output of a command, which must end well. */
    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("WINNOW_URL", "http://127.0.0.1:" + api.port(), "WINNOW_KEY", RunningApi.KEY));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
