package dev.winnow.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** A backtest of a fleet's published rules on its history in S3. */
class FleetBacktestIT {
    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final StringWriter out = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void comparesThePublishedRulesWithAFolder() throws Exception {
        try (S3Client objects = Aws.shared().objects();
                AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            objects.createBucket(create -> create.bucket(bucket));
            publish(aws, new RuleSource("live.yar", rule("zebra")));
            aws.openHistory(bucket)
                    .saveMessages(Stream.of("a zebra", "a quokka", "see you at eight")
                            .map(text -> new KeptMessage(
                                    UUID.randomUUID(),
                                    0,
                                    new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now())))
                            .toList());
        }
        Files.writeString(folder.resolve("quokka.yar"), rule("quokka"));

        int code = Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(
                        "rules",
                        "backtest",
                        "--rules=" + folder,
                        "--endpoint=" + Aws.shared().endpoint(),
                        "--bucket=" + bucket,
                        "--history-bucket=" + bucket,
                        "--parameters=" + path,
                        "--table=" + Aws.shared().newTable());

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("3 messages from ", "1 verdicts change")
                .contains("0 -> 60  demo  a \u00abquokka\u00bb  [quokka]");
    }

    private void publish(AwsServices aws, RuleSource source) {
        String tenants = TenantFile.writeDocument(List.of(new Tenant("demo", List.of(), TenantSettings.DEFAULT)));
        var _ = aws.openPublication(path + "tenants-pointer", bucket, "tenants/", folder)
                .publishContent("tenants.yaml", tenants.getBytes(StandardCharsets.UTF_8));
        try (RuleSet compiled = RuleCompiler.compile("test", List.of(source)).orThrow()) {
            RuleBundle.Manifest manifest =
                    new RuleBundle.Manifest("test", compiled.version(), RuleSet.ENGINE_VERSION, 1, List.of());
            var _ = aws.openPublication(path + "rules-pointer", bucket, "rules/", folder)
                    .publishContent("test.zip", new RuleBundle(manifest, List.of(source)).toBytes());
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
