package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.aws.Aws;
import dev.winnow.aws.SqsSettings;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.local.Winnow;
import dev.winnow.local.console.RunningConsole;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the {@code winnow} commands of pages as they are printed, in blocks and in sentences, beside a server with its console and
 * an emulated AWS. Words in capitals are filled in, and a question is answered with yes.
 */
class CommandPagesIT {
    /** Servers, which do not end, and commands that other tests run; so is a backtest of a fleet's version, a task near the data. */
    private static final Set<String> ELSEWHERE =
            Set.of("run", "queue", "demo", "load", "simulate", "cost", "backup", "restore");

    /** Commands that do something without arguments; a sentence that has another one without arguments only names it. */
    private static final Set<List<String>> WHOLE = Stream.of(
                    "rules status",
                    "rules rollback",
                    "rules versions",
                    "rules states",
                    "rules stats",
                    "redrive",
                    "console",
                    "audit",
                    "dead-letters list",
                    "rescan list")
            .map(command -> List.of(command.split(" ")))
            .collect(Collectors.toSet());

    /** Groups of commands that a machine without a fleet does not have. */
    private static final List<List<String>> FLEET_ALONE = List.of(
            List.of("rules", "publish"),
            List.of("rules", "rollback"),
            List.of("rules", "status"),
            List.of("rules", "versions"));

    private static final String RULE = """
            rule new_toll {
              meta:
                title = "Zebras"
                category = "junk"
                weight = 60
              strings:
                $zebra = "WORD zebra" nocase
              condition:
                $zebra
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningConsole console;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, String> machine;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, String> fleet;

    private static final Map<String, String> words = new HashMap<>();

    private static final Set<List<String>> ran = new LinkedHashSet<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        console = RunningConsole.start();
        machine = Map.of(
                "--data", console.data().toString(), "--url", console.api().toString());
        SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(30));
        fleet = Map.of(
                "--parameters", "/winnow/" + UUID.randomUUID() + "/",
                "--bucket", "b-" + UUID.randomUUID(),
                "--table", Aws.shared().newTable(),
                "--endpoint", Aws.shared().endpoint().toString(),
                "--scan-queue", queues.scanQueue(),
                "--dead-letter-queue", queues.deadLetterQueue(),
                "--server", console.console().toString(),
                "--operator-key", console.key("admin"));
        try (S3Client objects = Aws.shared().objects()) {
            objects.createBucket(create -> create.bucket(fleet.get("--bucket")));
        }
        for (String name : List.of("one", "two")) {
            Path rules = Files.createDirectories(folder.resolve(name)).resolve("mine.yar");
            Files.writeString(rules, RULE.replace("WORD", name));
        }
        Files.createDirectories(console.data().resolve("rules"));
        Files.copy(folder.resolve("two/mine.yar"), console.data().resolve("rules/mine.yar"));
        Path corpus = Files.writeString(
                folder.resolve("corpus.tsv"),
                "label\ttext\n" + "ham\tSee you at eight?\nspam\tfree zebra\n".repeat(20));
        execute(List.of("tenant", "set", "demo", "--history", "7"), machine);
        execute(List.of("tenant", "add", "acme"), machine);
        for (String name : List.of("one", "two")) {
            execute(List.of("rules", "publish", folder.resolve(name).toString(), "--label", name), fleet);
        }
        words.putAll(Map.of(
                "DIR", folder.resolve("two").toString(),
                "drafts", folder.resolve("two").toString(),
                "NEW", folder.resolve("two").toString(),
                "OLD", folder.resolve("one").toString(),
                "FILE", corpus.toString(),
                "FILE...", corpus.toString(),
                "learnt.yar", folder.resolve("learnt.yar").toString(),
                "rules-key", folder.resolve("rules-key").toString(),
                "RULE", "new_toll"));
        String endpoint = console.register("http://127.0.0.1:9/in");
        words.putAll(Map.of("ENDPOINT", endpoint, "whe_...", endpoint));
        String template = "<name>, the zebras of the northern meadow wait for your visit: <link>";
        words.put(
                "CAMPAIGN",
                console.makeCampaign(new Fingerprint(11, 12), template).id());
        for (int i = 0; i < 10; i++) {
            String _ = console.judge("one zebra more, number " + i, i == 0 ? "order-77" : "zebra-" + i);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/callbacks.md",
                "docs/console.md",
                "docs/privacy.md",
                "docs/rules-life.md",
                "docs/rules.md",
                "docs/storage.md",
                "docs/tenants.md"
            })
    void runsCommandsOfOneMachine(String page) throws IOException {
        for (PrintedCommand command : PrintedCommand.listMarked(page)) {
            run(command, FLEET_ALONE.stream().anyMatch(command::startsWith) ? fleet : machine);
        }

        assertThat(ran).isNotEmpty();
    }

    @Test
    void runsCommandsOfTheRunbook() throws IOException {
        for (PrintedCommand command : PrintedCommand.listAll("docs/runbook.md").toList()) {
            run(command, command.startsWith(List.of("webhooks")) ? machine : fleet);
        }

        assertThat(ran.stream().map(each -> String.join(" ", each)))
                .contains(
                        "rules rollback", "rules publish --bundled-only", "redrive", "tenant add acme", "rules status")
                .hasSizeGreaterThan(15);
    }

    /** Runs a command unless it ran already, is run elsewhere, or is only named, without what it needs. */
    private void run(PrintedCommand command, Map<String, String> place) throws IOException {
        List<String> printed = command.words();
        if (!isWhole(printed) || ELSEWHERE.contains(printed.getFirst()) || printed.contains("--version")) {
            return;
        }
        List<String> filled = new ArrayList<>();
        for (String word : printed) {
            filled.add(fillIn(word, printed));
        }
        if (isComplete(filled) && ran.add(printed)) {
            execute(filled, place);
        }
    }

    private static String fillIn(String word, List<String> command) throws IOException {
        return switch (word) {
            case "ENVELOPE" -> console.bury("hello", "out of memory").toString();
            case "ID" -> console.judge("See you at eight?");
            case "NAME" -> command.contains("rollback") ? "two-" : "acme";
            case "RESCAN" -> words.computeIfAbsent(word, _ -> startSlowRescan());
            default -> words.getOrDefault(word, word.replaceAll("=(?:RULE|NAME)$", "=new_toll"));
        };
    }

    private static String startSlowRescan() {
        String request = "{\"from\":\"" + Instant.now().minusSeconds(3_600) + "\",\"perSecond\":1}";
        String answer = console.send("POST", "/ops/v1/rescans", console.key("admin"), request)
                .body();
        return JsonMapper.shared().readTree(answer).path("id").asString();
    }

    private static boolean isWhole(List<String> command) {
        return WHOLE.contains(command) || command.size() > findPath(command).size() - 1;
    }

    private static boolean isComplete(List<String> command) {
        try {
            Winnow.commandLine().parseArgs(command.toArray(String[]::new));
            return true;
        } catch (CommandLine.ParameterException incomplete) {
            return false;
        }
    }

    /** Runs a command with the options that say where, as far as it has them. */
    private static void execute(List<String> command, Map<String, String> place) {
        Set<String> known = findOptions(command);
        List<String> all = new ArrayList<>(command);
        place.forEach((option, value) -> {
            if (known.contains(option) && !command.contains(option)) {
                all.addAll(List.of(option, value));
            }
        });
        if (known.contains("--yes")) {
            all.add("--yes");
        }
        StringWriter said = new StringWriter();
        int code = Winnow.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(all.toArray(String[]::new));
        assertThat(code).as("winnow %s: %s", String.join(" ", all), said).isZero();
    }

    private static Set<String> findOptions(List<String> command) {
        return findPath(command).getLast().getCommandSpec().optionsMap().keySet();
    }

    /** The command line, its group and the command itself. */
    private static List<CommandLine> findPath(List<String> command) {
        List<CommandLine> path = new ArrayList<>(List.of(Winnow.commandLine()));
        for (String word : command) {
            CommandLine next = path.getLast().getSubcommands().get(word);
            if (next == null) {
                break;
            }
            path.add(next);
        }
        return path;
    }
}
