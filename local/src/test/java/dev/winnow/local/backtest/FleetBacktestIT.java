package dev.winnow.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.TaskServer;
import dev.winnow.history.KeptMessage;
import dev.winnow.local.Winnow;
import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.worker.rules.RuleBundle;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A backtest of a fleet's published rules on its history in S3. */
class FleetBacktestIT {
    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final String table = Aws.shared().newTable();
    private final StringWriter out = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void publishRulesAndKeepMessages() throws IOException {
        try (S3Client objects = Aws.shared().objects();
                AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            objects.createBucket(create -> create.bucket(bucket));
            publish(aws, "former", new RuleSource("live.yar", rule("quokka")));
            publish(aws, "test", new RuleSource("live.yar", rule("zebra")));
            aws.openHistory(bucket)
                    .saveMessages(Stream.of("a zebra", "a quokka", "see you at eight")
                            .map(text -> new KeptMessage(
                                    UUID.randomUUID(),
                                    0,
                                    new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now())))
                            .toList());
        }
        Files.writeString(folder.resolve("quokka.yar"), rule("quokka"));
    }

    @Test
    void comparesThePublishedRulesWithAFolder() {
        assertThat(backtest(Aws.shared().endpoint(), "--here", "--rules=" + folder, "--history-bucket=" + bucket))
                .as(out.toString())
                .isZero();

        assertThat(out.toString())
                .contains("3 messages from ", "1 verdicts change")
                .contains("0 -> 60  demo  a \u00abquokka\u00bb  [quokka]");
    }

    @Test
    void comparesThePublishedRulesWithAnEarlierVersion() {
        assertThat(backtest(Aws.shared().endpoint(), "--here", "--version=former", "--history-bucket=" + bucket))
                .as(out.toString())
                .isZero();

        assertThat(out.toString())
                .contains("2 verdicts change")
                .contains("0 -> 60  demo  a \u00abquokka\u00bb  [quokka]")
                .contains("60 -> 0  demo  a \u00abzebra\u00bb  [zebra]");

        assertThat(backtest(Aws.shared().endpoint(), "--here", "--version=none", "--history-bucket=" + bucket))
                .isNotZero();
        assertThat(out.toString()).contains("have 'none' in their name; 'winnow rules versions' lists them");
    }

    @Test
    void runsAsATaskNearTheData() {
        StringWriter log = new StringWriter();
        try (TaskServer ecs = new TaskServer(
                Aws.shared().endpoint(),
                command -> run(
                        log,
                        Aws.shared().endpoint(),
                        Stream.concat(command.stream(), Stream.of("--history-bucket=" + bucket))
                                .toList()))) {
            describeTask("winnow-backtest");

            assertThat(backtest(ecs.endpoint(), "--rules=" + folder))
                    .as(out.toString() + log)
                    .isZero();
            assertThat(out.toString())
                    .contains("3 messages from ", "1 verdicts change")
                    .contains("0 -> 60  demo  a \u00abquokka\u00bb  [quokka]");

            assertThat(backtest(ecs.endpoint(), "--version=former", "--max-new-junk=0"))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("60 -> 0  demo  a \u00abzebra\u00bb  [zebra]", "--max-new-junk allows 0");
        }
        assertThat(log.toString()).as("texts do not belong into a log").isEmpty();
        try (S3Client objects = Aws.shared().objects()) {
            assertThat(objects.listObjectsV2(list -> list.bucket(bucket).prefix("backtests/"))
                            .contents())
                    .isEmpty();
        }
    }

    @Test
    void saysWhereTheLogOfAFailedTaskIs() {
        assertThat(backtest(Aws.shared().endpoint(), "--rules=" + folder)).isEqualTo(1);
        assertThat(out.toString()).contains("there is no parameter " + path + "backtest-task", "--here");

        try (TaskServer ecs = new TaskServer(Aws.shared().endpoint(), _ -> 137)) {
            describeTask("winnow-backtest");
            assertThat(backtest(ecs.endpoint(), "--rules=" + folder)).isEqualTo(1);
            assertThat(out.toString()).contains("ended with exit code 137", "/winnow/backtest");

            describeTask("full");
            assertThat(backtest(ecs.endpoint(), "--rules=" + folder)).isEqualTo(1);
            assertThat(out.toString()).contains("Capacity is unavailable");
        }
    }

    private void describeTask(String definition) {
        try (SsmClient parameters = Aws.shared().parameters()) {
            parameters.putParameter(put -> put.name(path + "backtest-task")
                    .type(ParameterType.STRING)
                    .overwrite(true)
                    .value(
                            ("{\"cluster\":\"winnow\",\"definition\":\"%s\",\"container\":\"backtest\",\"subnets\":[\"subnet-1\"],"
                                            + "\"securityGroups\":[\"sg-1\"],\"bucket\":\"%s\",\"logGroup\":\"/winnow/backtest\"}")
                                    .formatted(definition, bucket)));
        }
    }

    private int backtest(URI endpoint, String... options) {
        return run(
                out,
                endpoint,
                Stream.concat(Stream.of("rules", "backtest"), Stream.of(options))
                        .toList());
    }

    private int run(StringWriter output, URI endpoint, List<String> command) {
        return Winnow.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(output, true))
                .execute(Stream.concat(
                                command.stream(),
                                Stream.of(
                                        "--endpoint=" + endpoint,
                                        "--bucket=" + bucket,
                                        "--parameters=" + path,
                                        "--table=" + table))
                        .toArray(String[]::new));
    }

    private void publish(AwsServices aws, String name, RuleSource source) {
        String tenants = TenantFile.writeDocument(List.of(new Tenant("demo", List.of(), TenantSettings.DEFAULT)));
        var _ = aws.openPublication(path + "tenants-pointer", bucket, "tenants/", folder)
                .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
        try (RuleSet compiled = RuleCompiler.compile(name, List.of(source)).orThrow()) {
            RuleBundle.Manifest manifest =
                    new RuleBundle.Manifest(name, compiled.version(), RuleSet.ENGINE_VERSION, 1, List.of());
            var _ = aws.openPublication(path + "rules-pointer", bucket, "rules/", folder)
                    .publishContent(name + ".zip", new RuleBundle(manifest, List.of(source)).toBytes());
        }
    }

    private static String rule(String word) {
        return """
                rule %1$s
                {
                  meta:
                    title = "%1$s"
                    category = "junk"
                    weight = 60
                  strings:
                    $word = "%1$s" nocase fullword
                  condition:
                    $word
                }
                """.formatted(word);
    }
}
