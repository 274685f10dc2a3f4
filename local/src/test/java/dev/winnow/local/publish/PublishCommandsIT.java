package dev.winnow.local.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.local.Winnow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class PublishCommandsIT {
    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final String table = Aws.shared().newTable();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeABucketAndARule() throws IOException {
        try (S3Client objects = Aws.shared().objects()) {
            objects.createBucket(create -> create.bucket(bucket));
        }
        write("$zebra = \"free zebra\" nocase");
    }

    @Test
    void publishesAndShowsAndRollsBackRules() throws Exception {
        assertThat(run("status")).isEqualTo(1);
        assertThat(said()).contains("winnow rules publish");

        assertThat(run("publish", folder.toString(), "--label", "one", "--yes")).isZero();
        assertThat(said()).contains("Published rule set one-");
        write("$zebra = \"cheap zebra\" nocase");
        assertThat(run("publish", folder.toString(), "--label", "two", "--yes")).isZero();
        String live = said().replaceAll("(?s).*Published rule set (two-\\w+).*", "$1");
        reportAWorker(live);

        assertThat(run("status")).isZero();
        assertThat(said())
                .contains("Live:", live, "1 workers run " + live, "Before: ", "published 20", "by ")
                .doesNotContain("not yet");

        assertThat(run("rollback")).isZero();
        assertThat(said()).contains("Live: ", "one-");
        assertThat(run("status")).isZero();
        assertThat(said()).contains("1 workers run " + live + " (not yet)");
        assertThat(run("versions")).isZero();
        assertThat(said().lines().map(String::strip).filter(line -> line.endsWith(".zip")))
                .hasSize(3)
                .first()
                .asString()
                .containsPattern("live +20\\S+Z +rolled back to +\\S.* rules/one-");
    }

    @Test
    void publishesStatesAndKeepsThemWithTheNextRules() throws Exception {
        assertThat(run("publish", folder.toString(), "--label", "one", "--yes")).isZero();
        assertThat(run("state", "zebra", "active", "--share", "5", "--note", "first day"))
                .isZero();
        assertThat(said()).contains("zebra: active for 5 % of messages");
        write("$zebra = \"cheap zebra\" nocase");
        assertThat(run("publish", folder.toString(), "--label", "two", "--yes")).isZero();
        assertThat(run("states")).isZero();
        assertThat(said()).contains("zebra  active for 5 % of messages", "first day");

        assertThat(run("rollback")).isZero();
        assertThat(run("rollback")).isZero();
        assertThat(run("states")).isZero();
        assertThat(said()).contains("All rules are active.");
        assertThat(run("state", "quagga", "off")).isZero();
        assertThat(said()).contains("There is no rule of that name yet");
    }

    @Test
    void publishesNothingWhenARuleIsRefused() throws Exception {
        write("$zebra = nonsense");

        assertThat(run("publish", folder.toString())).isEqualTo(1);
        assertThat(said()).contains("rule 'zebra'", "Nothing was published");
        assertThat(run("rollback")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing was live before");
    }

    @Test
    void servesANewFleetWhosePointersTerraformMade() throws Exception {
        makePointers();

        assertThat(run("status")).isEqualTo(1);
        assertThat(said()).contains("No rules are published yet");
        assertThat(run("rollback")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing was live before");
        assertThat(runWinnow("tenant", "list")).isZero();
        assertThat(runWinnow("tenant", "add", "acme")).isZero();
        assertThat(runWinnow("key", "create", "acme", "phone")).isZero();
        assertThat(runWinnow("tenant", "list")).isZero();
        assertThat(said()).contains("acme  phone[submit]");
        assertThat(run("publish", folder.toString(), "--label", "one", "--yes")).isZero();
        assertThat(run("status")).isZero();
        assertThat(said()).contains("Live: rules/one-").doesNotContain("Before:");
        assertThat(run("rollback")).isEqualTo(1);
    }

    @Test
    void rollsBackWhenThePointerWasResetByHand() throws Exception {
        assertThat(run("publish", folder.toString(), "--label", "one", "--yes")).isZero();
        makePointers();

        assertThat(run("status")).isEqualTo(1);
        assertThat(run("rollback")).isZero();
        assertThat(said()).contains("Live: rules/one-");
    }

    private void makePointers() {
        try (SsmClient parameters = Aws.shared().parameters()) {
            for (String name : List.of("rules-pointer", "tenants-pointer")) {
                parameters.putParameter(put -> put.name(path + name)
                        .value("unset")
                        .type(ParameterType.STRING)
                        .overwrite(true));
            }
        }
    }

    @Test
    void refusesToPublishWithoutASource() throws Exception {
        assertThat(run("publish")).isEqualTo(2);
        assertThat(run("publish", folder.toString(), "--bundled-only")).isEqualTo(2);
        assertThat(err.toString()).contains("--bundled-only", "replaces the whole live set");
        assertThat(run("publish", Files.createDirectory(folder.resolve("empty")).toString(), "--yes"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no .yar or .yara file in");
        assertThat(run("status")).isEqualTo(1);
    }

    @Test
    void showsWhatWillChangeAndAsksFirst() throws Exception {
        assertThat(run("publish", folder.toString(), "--label", "one", "--yes")).isZero();
        assertThat(said()).contains("+ mine.yar:zebra", "Removed: 0 rules");

        write("$zebra = \"cheap zebra\" nocase");
        assertThat(run("publish", folder.toString(), "--dry-run")).isZero();
        assertThat(said()).contains("Added: 0 rules", "~ mine.yar:zebra", "Nothing was published (--dry-run)");
        assertThat(run("publish", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("add --yes");
        assertThat(run("publish", "--bundled-only", "--dry-run")).isZero();
        assertThat(said()).contains("- mine.yar:zebra");

        write("$zebra = \"free zebra\" nocase");
        assertThat(run("publish", folder.toString(), "--yes")).isZero();
        assertThat(said()).contains("are live already as ", "nothing was published");
    }

    @Test
    void goesFurtherBackWithEachRollback() throws Exception {
        for (String label : List.of("one", "two", "three")) {
            write("$zebra = \"%s zebra\" nocase".formatted(label));
            assertThat(run("publish", folder.toString(), "--label", label, "--yes"))
                    .isZero();
        }
        said();

        assertThat(run("rollback")).isZero();
        assertThat(said()).contains("two-");
        assertThat(run("rollback")).isZero();
        assertThat(said()).contains("one-");
        assertThat(run("rollback")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing was live before");
        assertThat(run("rollback", "three-")).isZero();
        assertThat(said()).contains("three-");
    }

    @Test
    void publishesTheRestByForceWhenAFileIsUnusable() throws Exception {
        Files.write(folder.resolve("latin.yar"), new byte[] {'/', '/', (byte) 0xFC});

        assertThat(run("publish", folder.toString(), "--yes")).isEqualTo(1);
        assertThat(said()).contains("latin.yar:1 is left out", "Nothing was published");
        assertThat(run("publish", folder.toString(), "--yes", "--force")).isZero();
        assertThat(said()).contains("Published rule set");
    }

    private void write(String string) throws IOException {
        Files.writeString(folder.resolve("mine.yar"), """
            rule zebra {
              meta:
                title = "Zebras"
                category = "junk"
                weight = 60
              strings:
                %s
              condition:
                $zebra
            }\
            """.formatted(string));
    }

    private void reportAWorker(String ruleset) {
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            aws.openDatabase(new DynamoSettings(table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC())
                    .roster()
                    .reportWorker("worker-1", ruleset);
        }
    }

    private String said() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of("rules"));
        arguments.addAll(List.of(command));
        return runWinnow(arguments.toArray(String[]::new));
    }

    private int runWinnow(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--parameters", path, "--bucket", bucket, "--table", table));
        arguments.addAll(List.of("--endpoint", Aws.shared().endpoint().toString()));
        CommandLine winnow = Winnow.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return winnow.execute(arguments.toArray(String[]::new));
    }
}
