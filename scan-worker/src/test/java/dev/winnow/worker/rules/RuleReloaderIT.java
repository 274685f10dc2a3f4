package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.winnow.rules.RulePack;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.worker.scan.link.LinkFacts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.state.RuleState;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.Admission;
import dev.winnow.yara.Facts;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.ScanResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RuleReloaderIT {
    private static final String GOOD = """
        rule my_own {
          meta:
            title = "Mine"
            category = "junk"
            weight = 50
          strings:
            $a = "zebra"
          condition:
            $a
        }\
        """;
    private static final String BAD = "rule broken { condition: $nowhere }";

    private static final List<String> UNUSABLE = List.of(
            "latin.yar",
            "wide.yar",
            "._mac.yar",
            "folder.yar",
            "dangling.yar",
            "pipe.yar",
            "large.yar",
            "winnow.yar",
            "twice.yara",
            "below");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    // An admission starts processes, which takes its time on a busy machine.
    @BeforeAll
    static void waitLonger() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void waitAsUsual() {
        Awaitility.reset();
    }

    @Test
    void startsOnTheBundledPackWithoutAFolder() throws IOException {
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder.resolve("none"), new Admission()))) {
            assertThat(reloader.activeRules().current().rules()).hasSizeGreaterThanOrEqualTo(25);
        }
    }

    @Test
    void leavesOutARuleThatDoesNotCompileAtStart() throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD + "\n" + BAD);

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(reloader.activeRules().current().rules())
                    .extracting(Rule::name)
                    .contains("my_own")
                    .doesNotContain("broken")
                    .hasSizeGreaterThan(25);
        }
    }

    @Test
    void findsMorePlacesThanAMatchKeeps() throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        byte[] text = "zebra ".repeat(2 * RuleMatch.MAX_SPANS).getBytes(StandardCharsets.UTF_8);

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()));
                ActiveRules.Lease lease = reloader.activeRules().leaseScanner()) {
            assertThat(lease.scanner().scan(text))
                    .isInstanceOfSatisfying(
                            ScanResult.Scanned.class,
                            scanned -> assertThat(scanned.matches())
                                    .filteredOn(match -> match.rule().name().equals("my_own"))
                                    .singleElement()
                                    .satisfies(
                                            match -> assertThat(match.spans()).hasSize(2 * RuleMatch.MAX_SPANS)));
        }
    }

    @Test
    void makesAChangeLive() throws IOException {
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(isLive(reloader, "my_own")).isFalse();

            Files.writeString(folder.resolve("mine.yar"), GOOD);
            await().until(() -> isLive(reloader, "my_own"));

            Files.delete(folder.resolve("mine.yar"));
            await().until(() -> !isLive(reloader, "my_own"));
        }
    }

    @Test
    void makesStatesLiveAndAdmitsNoRuleAgain(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD + "\nrule asks { condition: my_own }");
        AtomicInteger admissions = new AtomicInteger();
        Admission admission = new Admission().withListener((_, _) -> admissions.incrementAndGet());
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, admission))) {
            String active = reloader.activeRules().current().version();
            int admitted = admissions.get();
            assertThat(admitted).isPositive();

            StateFile.write(folder, RuleStates.parseFile("my_own\tshadow\n"));
            await().until(() -> !reloader.activeRules().current().version().equals(active));
            RuleSet shadow = reloader.activeRules().current();
            assertThat(shadow.version()).startsWith(active.substring(0, active.indexOf('-')));
            assertThat(shadow.rules())
                    .filteredOn(rule ->
                            reloader.companionsOf(shadow.version()).gates().gateOf(rule) != null)
                    .extracting(Rule::name)
                    .containsExactly("my_own", "asks");

            StateFile.write(folder, RuleStates.parseFile("my_own\toff\n"));
            await().until(() -> !isLive(reloader, "my_own"));
            assertThat(isLive(reloader, "asks")).isFalse();

            Files.writeString(folder.resolve("states.tsv"), "my_own\tmaybe\n");
            await().untilAsserted(() -> assertThat(output.getOut()).containsOnlyOnce("states.tsv:1: a state is"));
            assertThat(isLive(reloader, "my_own")).isFalse();

            Files.delete(folder.resolve("states.tsv"));
            await().until(() -> reloader.activeRules().current().version().equals(active));
            assertThat(admissions).hasValue(admitted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other\tmaybe\n", "other\tshadow\t100\t\t\tM\u00fcller\n"})
    void keepsARuleInShadowWhenALineOfTheStatesIsBrokenAtTheStart(String broken) throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        Files.write(
                folder.resolve("states.tsv"),
                ("my_own\tshadow\t100\t\t\t\n" + broken).getBytes(StandardCharsets.ISO_8859_1));

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(reloader.states().stateOf("my_own").mode()).isEqualTo(RuleState.Mode.SHADOW);
        }
    }

    @Test
    void makesListsThatRulesAskForLiveAndCompilesNoRuleAgain(CapturedOutput output) throws IOException {
        ((Logger) LoggerFactory.getLogger(RuleReloader.class)).setLevel(Level.INFO);
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        Path lists = Files.createDirectory(folder.resolve("lists"));
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            String before = reloader.activeRules().current().version();

            Files.writeString(lists.resolve("bad_domains.txt"), "# seen today\nEvil.top\n");
            await().until(() -> !reloader.activeRules().current().version().equals(before));
            RuleSet live = reloader.activeRules().current();
            assertThat(reloader.companionsOf(live.version()).lists().findLists("shop.evil.top", null, "", ""))
                    .isEqualTo(" bad_domains ");

            Files.writeString(lists.resolve("Bad Name.txt"), "x\n");
            await().untilAsserted(() -> assertThat(output.getOut())
                    .containsOnlyOnce("The list Bad Name.txt cannot be used: 'Bad Name' is no name of a list"));
            assertThat(reloader.activeRules().current().version()).isEqualTo(live.version());
        }
    }

    @Test
    void leavesOutAListThatCannotBeUsedAndUsesTheOthers(CapturedOutput output) throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("good.txt"), "evil.top\n");
        Files.writeString(lists.resolve("changed.txt"), "old.top\n");
        writeUnusableLists(lists);
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(listsOf(reloader, "evil.top")).isEqualTo(" good ");
            assertThat(output.getOut())
                    .contains(
                            "The list latin.txt:1 ",
                            "The list folder.txt is a folder",
                            "The list ._good.txt:1 is a macOS")
                    .contains(
                            "The list utf16.txt:1 is UTF-16",
                            "The list nowhere.txt is a link",
                            "The list short.txt cannot");

            Files.write(lists.resolve("changed.txt"), new byte[] {'f', (byte) 0xe4, '.', 't', 'o', 'p', '\n'});
            Files.writeString(lists.resolve("good.txt"), "evil.top\nnew.top\n");

            await().until(() -> listsOf(reloader, "new.top").equals(" good "));
            assertThat(listsOf(reloader, "old.top")).as("as it was").isEqualTo(" changed ");
        }
    }

    private static void writeUnusableLists(Path lists) throws IOException {
        Files.write(lists.resolve("latin.txt"), new byte[] {'f', (byte) 0xe4, '.', 't', 'o', 'p', '\n'});
        Files.write(lists.resolve("utf16.txt"), "a.top".getBytes(StandardCharsets.UTF_16));
        Files.write(lists.resolve("._good.txt"), new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0});
        Files.writeString(lists.resolve("short.txt"), "text: call me\n");
        Files.createDirectory(lists.resolve("folder.txt"));
        Files.createSymbolicLink(lists.resolve("nowhere.txt"), lists.resolve("nothing"));
    }

    private static String listsOf(RuleReloader reloader, String host) {
        RuleSet live = reloader.activeRules().current();
        return reloader.companionsOf(live.version()).lists().findLists(host, null, "", "");
    }

    @Test
    void makesListsForLinksLiveAndKeepsThemWhenTheNextSaveIsBroken(CapturedOutput output) throws IOException {
        Facts before = LinkFacts.computeFacts("shop.example.org", LinkLists.bundled());
        assertThat(before.listKnown()).doesNotContainKey("link_known");
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            String version = reloader.activeRules().current().version();
            Files.writeString(folder.resolve("known-hosts.txt"), "shop.example.org\n");
            await().until(() -> knowsShop(reloader));
            await().until(() -> !reloader.activeRules().current().version().equals(version));

            Files.writeString(folder.resolve("brands.tsv"), "no brand\n");
            await().untilAsserted(
                            () -> assertThat(output.getOut()).containsOnlyOnce("Could not use the lists for links"));
            assertThat(knowsShop(reloader)).isTrue();
        }
    }

    private static boolean knowsShop(RuleReloader reloader) {
        return LinkFacts.computeFacts("shop.example.org", reloader.linkLists())
                .listKnown()
                .containsKey("link_known");
    }

    @Test
    void isCalledByTheDayOfTheNewestFile() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yar"), GOOD);
        Files.setLastModifiedTime(mine, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(reloader.activeRules().current().version())
                    .startsWith(RulePack.readBundled().label() + "-");

            Path newer = Files.writeString(folder.resolve("newer.draft"), GOOD.replace("my_own", "my_newer"));
            Files.setLastModifiedTime(newer, FileTime.from(Instant.parse("2101-02-03T04:05:06Z")));
            Files.move(newer, folder.resolve("newer.yar"));
            await().untilAsserted(() ->
                    assertThat(reloader.activeRules().current().version()).matches("2101\\.02\\.03-[0-9a-f]{8}"));
        }
    }

    @Test
    void keepsAFileAsItWasWhenItsNextSaveIsBroken() throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            Files.writeString(folder.resolve("mine.yar"), BAD);
            Files.writeString(folder.resolve("other.yar"), GOOD.replace("my_own", "my_other"));

            await().until(() -> isLive(reloader, "my_other"));

            assertThat(isLive(reloader, "my_own")).isTrue();
            assertThat(isLive(reloader, "broken")).isFalse();
        }
    }

    @Test
    void refusesARuleThatCostsTooMuch() throws IOException {
        Files.writeString(
                folder.resolve("slow.yar"), GOOD.replace("my_own", "slow").replace("\"zebra\"", "/(a+)+b/"));

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(isLive(reloader, "slow")).isFalse();
            assertThat(reloader.activeRules().current().rules()).hasSizeGreaterThanOrEqualTo(25);
        }
    }

    @Test
    void startsAndGoesOnBesideEveryKindOfUnusableFile() throws Exception {
        writeUnusableFiles();
        Files.writeString(folder.resolve("mine.yar"), "\uFEFF" + GOOD);

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(isLive(reloader, "my_own")).isTrue();

            Files.writeString(folder.resolve("mine.yar"), GOOD.replace("my_own", "my_next"));
            await().until(() -> isLive(reloader, "my_next"));
        }
    }

    @Test
    void goesOnWhenUnusableFilesAppear() throws Exception {
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            writeUnusableFiles();
            Files.write(folder.resolve("mine.yar"), (GOOD + "// größe").getBytes(StandardCharsets.ISO_8859_1));
            Files.writeString(folder.resolve("other.yara"), GOOD.replace("my_own", "my_other"));

            await().until(() -> isLive(reloader, "my_other"));
            assertThat(isLive(reloader, "my_own")).isTrue();
        }
    }

    @Test
    void namesEachUnusableFileOnceAndAgainWhenItChanges(CapturedOutput output) throws Exception {
        writeUnusableFiles();
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            for (String name : UNUSABLE) {
                assertThat(count(output, name)).as(name).isEqualTo(1);
            }
            assertThat(output.getOut()).contains("latin.yar:3 is left out", "save it as UTF-8");

            Path latin = folder.resolve("latin.yar");
            Files.setLastModifiedTime(latin, FileTime.from(Instant.parse("2101-02-03T04:05:06Z")));
            await().until(() -> count(output, "latin.yar") == 2);
            Files.writeString(folder.resolve("mine.yar"), GOOD);
            await().until(() -> isLive(reloader, "my_own"));
            assertThat(count(output, "latin.yar")).isEqualTo(2);
            assertThat(count(output, "wide.yar")).isEqualTo(1);
        }
    }

    @Test
    void startsOnTheBundledPackWhenTheFolderIsNone(CapturedOutput output) throws IOException {
        ((Logger) LoggerFactory.getLogger(RuleReloader.class)).setLevel(Level.INFO);
        Path file = Files.writeString(folder.resolve("rules"), "no folder");
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(file, new Admission()))) {
            assertThat(reloader.activeRules().current().rules()).hasSizeGreaterThan(25);
            assertThat(output.getOut()).contains("Could not read the rules folder " + file);

            Files.delete(file);
            Files.writeString(Files.createDirectory(file).resolve("mine.yar"), GOOD);
            await().until(() -> isLive(reloader, "my_own"));
            assertThat(output.getOut()).contains("can be read again");
        }
    }

    @Test
    void startsOnTheBundledPackWhenNoRuleCanBeAdmitted(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        AtomicBoolean broken = new AtomicBoolean(true);
        Admission admission = new Admission().withListener((_, _) -> {
            if (broken.get()) {
                throw new IllegalStateException("no child process can be started");
            }
        });
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, admission))) {
            assertThat(reloader.activeRules().current().rules()).hasSizeGreaterThan(25);
            assertThat(isLive(reloader, "my_own")).isFalse();
            assertThat(output.getOut())
                    .contains("Could not admit the rules of " + folder + "; only the bundled rules are live")
                    .contains("no child process can be started");

            broken.set(false);
            Files.writeString(folder.resolve("mine.yar"), GOOD + "\n");
            await().until(() -> isLive(reloader, "my_own"));
        }
    }

    @Test
    void leavesOutARuleWithAWrongMetaValueAndTheRulesThatAskIt(CapturedOutput output) throws IOException {
        Files.writeString(
                folder.resolve("mine.yar"),
                GOOD + "\n" + GOOD.replace("my_own", "quoted").replace("= 50", "= \"60\"")
                        + "\nrule asks { condition: quoted }");

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder, new Admission()))) {
            assertThat(isLive(reloader, "my_own")).isTrue();
            assertThat(isLive(reloader, "quoted")).isFalse();
            assertThat(isLive(reloader, "asks")).isFalse();
            assertThat(output.getOut()).contains("rule 'quoted' (mine.yar:11)", "from -1000 to 1000", "rule 'asks'");
        }
    }

    private void writeUnusableFiles() throws Exception {
        Files.write(folder.resolve("latin.yar"), GOOD.replace("Mine", "größe").getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("wide.yar"), GOOD.getBytes(StandardCharsets.UTF_16));
        Files.write(folder.resolve("._mac.yar"), new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0});
        Files.writeString(Files.createDirectory(folder.resolve("folder.yar")).resolve("a.txt"), "");
        Files.createSymbolicLink(folder.resolve("dangling.yar"), folder.resolve("nowhere"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe.yar").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.writeString(folder.resolve("large.yar"), "//" + "x".repeat(1 << 20));
        Files.writeString(folder.resolve("winnow.yar"), GOOD);
        Files.writeString(folder.resolve("twice.yar"), "");
        Files.writeString(folder.resolve("twice.yara"), GOOD);
        Files.writeString(Files.createDirectory(folder.resolve("below")).resolve("deep.yar"), GOOD);
    }

    private static long count(CapturedOutput output, String file) {
        return output.getOut()
                .lines()
                .filter(line -> line.matches(".* " + Pattern.quote(file) + "(:[0-9]+)? is left out: .*"))
                .count();
    }

    private static boolean isLive(RuleReloader reloader, String rule) {
        return reloader.activeRules().current().rules().stream()
                .anyMatch(each -> each.name().equals(rule));
    }
}
