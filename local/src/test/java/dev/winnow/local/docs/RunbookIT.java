package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.aws.Aws;
import dev.winnow.aws.SqsSettings;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.verdict.VerdictSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import tools.jackson.databind.json.JsonMapper;

/** Runs blocks of the runbook as they are printed, on emulators; of the other AWS commands it checks operations and options. */
class RunbookIT {
    private static final Pattern COMMAND = Pattern.compile("\\baws ([a-z0-9-]+) ([a-z-]+)((?:[^`.|;()]|\\\\\n)*)");
    private static final Set<String> GENERAL = Set.of("query", "output", "region", "endpoint-url");

    private static final Map<String, String> HARNESS = Map.of(
            "AWS_DEFAULT_REGION", "eu-central-1",
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_PAGER", "");

    private final String runbook = read();
    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void knowsEveryOperationAndOptionOfTheAwsCommandLine() throws Exception {
        assumeTrue(isThere("aws"), "the AWS command line is not installed; the runbook's commands are not checked");
        Map<String, Set<String>> options = new TreeMap<>();
        Matcher command = COMMAND.matcher(runbook);
        while (command.find()) {
            Set<String> used = options.computeIfAbsent(command.group(1) + " " + command.group(2), _ -> new TreeSet<>());
            Matcher option = Pattern.compile("(?<= )--([a-z-]+)").matcher(command.group(3));
            while (option.find()) {
                used.add(option.group(1));
            }
        }

        assertThat(options).hasSizeGreaterThan(7);
        for (Map.Entry<String, Set<String>> used : options.entrySet()) {
            String skeleton = run("aws " + used.getKey() + " --generate-cli-skeleton input");
            Set<String> known = new TreeSet<>(GENERAL);
            JsonMapper.shared().readTree(skeleton).propertyNames().forEach(member -> known.add(toOption(member)));
            assertThat(used.getValue().stream().map(RunbookIT::withoutNo))
                    .as(used.getKey())
                    .isSubsetOf(known);
        }
    }

    @Test
    void makesAndRotatesTheSecrets() throws Exception {
        assumeTrue(isThere("aws") && isThere("openssl"), "the AWS command line or openssl is not installed");

        run(block("for name in winnow.id-secrets"));
        String first = read("winnow.id-secrets");
        run(block("new=\"3:"));

        assertThat(first).matches("0:[A-Za-z0-9+/=]{44}");
        assertThat(read("winnow.callbacks.master-key")).matches("0:[A-Za-z0-9+/=]{44}");
        assertThat(read("winnow.id-secrets")).matches("3:[A-Za-z0-9+/=]{44}," + Pattern.quote(first));
    }

    @Test
    void keepsTheSecretOfTheConsole() throws Exception {
        assumeTrue(isThere("aws"), "the AWS command line is not installed");

        String command = "aws ssm put-parameter --type SecureString --key-id alias/$NAME --name /$NAME/winnow.console";
        run(block(command).replace("SECRET", "s3cret"));

        assertThat(read("winnow.console.oidc.client-secret")).isEqualTo("s3cret");
    }

    @Test
    void publishesTheFirstTenantsAndRules() throws Exception {
        String bucket = "b-" + name;
        try (S3Client objects = Aws.shared().objects()) {
            objects.createBucket(create -> create.bucket(bucket));
        }
        PageShell shell = new PageShell(folder)
                .putProgram(
                        "terraform",
                        "case $* in *rules_bucket) echo %s ;; *table) echo %s ;; esac"
                                .formatted(bucket, Aws.shared().newTable()));
        HARNESS.forEach(shell::set);
        shell.set("NAME", name)
                .set("WINNOW_AWS_ENDPOINT", Aws.shared().endpoint().toString());

        // The command asks, and nobody is there to answer.
        String said = shell.run(block("export WINNOW_PARAMETERS_PATH").replace("--bundled-only", "--bundled-only --yes")
                + "winnow rules status\nwinnow tenant list\n");

        assertThat(said).contains("Published rule set", "Live: ", "acme  phone[submit]");
    }

    @Test
    void movesDeadLettersBackToTheQueue() throws Exception {
        assumeTrue(isThere("aws") && isThere("jq"), "the AWS command line or jq is not installed");
        SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(30));
        try (SqsAsyncClient sqs = Aws.shared().sqs()) {
            String dead = urlOf(sqs, queues.deadLetterQueue());
            String scan = urlOf(sqs, queues.scanQueue());
            stubTerraform("{\"dead-letters\":\"" + dead + "\",\"scan\":\"" + scan + "\"}");
            sqs.sendMessage(send -> send.queueUrl(dead).messageBody("letter")).join();

            String functions = runbook.split("\n    queue\\(\\)", 2)[1].split("\n", 2)[0];
            run("queue()" + functions + "\n" + block("aws sqs start-message-move-task"));

            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(scan).waitTimeSeconds(10))
                            .join()
                            .messages())
                    .hasSize(1);
        }
    }

    @Test
    void findsTheEnvelopeOfAMessageInItsId() throws Exception {
        assumeTrue(isThere("xxd"), "xxd is not installed");
        UUID envelope = VerdictSamples.envelope();
        MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[IdSecret.MIN_KEY_BYTES])));
        String id = ids.issueId(envelope, 7, "demo").toString();

        assertThat(run("ID=" + id + "\n" + block("printf %s \"$ID\"")).strip()).isEqualTo(envelope.toString());
    }

    /** The indented block that begins with these words. */
    private String block(String start) {
        Matcher line = Pattern.compile("(?m)^( +)" + Pattern.quote(start)).matcher(runbook);
        assertThat(line.find())
                .as("the runbook has a block that begins with " + start)
                .isTrue();
        String indent = line.group(1);
        StringBuilder block = new StringBuilder();
        for (String each : runbook.substring(line.start()).split("\n", -1)) {
            if (!each.startsWith(indent)) {
                break;
            }
            block.append(each.substring(indent.length())).append('\n');
        }
        return block.toString();
    }

    private void stubTerraform(String queues) throws IOException {
        Path stub = folder.resolve("terraform");
        Files.writeString(stub, "#!/bin/sh\ncat <<'X'\n" + queues + "\nX\n");
        assertThat(stub.toFile().setExecutable(true)).isTrue();
    }

    private String run(String script) throws IOException, InterruptedException {
        // The first version of the command line takes no endpoint for SQS from its environment.
        String harness = "aws() { command aws --endpoint-url " + Aws.shared().endpoint() + " \"$@\"; }\n";
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", harness + script);
        builder.environment().putAll(HARNESS);
        builder.environment().put("NAME", name);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(script + "\n" + err).isZero();
        return out;
    }

    private String read(String parameter) {
        try (SsmClient parameters = Aws.shared().parameters()) {
            return parameters
                    .getParameter(get -> get.name("/" + name + "/" + parameter).withDecryption(true))
                    .parameter()
                    .value();
        }
    }

    private static String urlOf(SqsAsyncClient sqs, String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).join().queueUrl();
    }

    /** The command line's spelling of a member, such as {@code max-number-of-messages} for MaxNumberOfMessages. */
    private static String toOption(String member) {
        return member.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String withoutNo(String option) {
        return option.startsWith("no-") ? option.substring(3) : option;
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/runbook.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
