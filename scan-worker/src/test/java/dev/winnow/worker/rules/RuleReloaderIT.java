package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.rules.RulePack;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.Rule;
import dev.winnow.yara.ScanResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            }""";
    private static final String BAD = "rule broken { condition: $nowhere }";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void startsOnTheBundledPackWithoutAFolder() throws IOException {
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder.resolve("none")))) {
            assertThat(reloader.rules().current().rules()).hasSizeGreaterThanOrEqualTo(25);
        }
    }

    @Test
    void leavesOutARuleThatDoesNotCompileAtStart() throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD + "\n" + BAD);

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder))) {
            assertThat(reloader.rules().current().rules())
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

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder));
                ActiveRules.Lease lease = reloader.rules().lease()) {
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
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder))) {
            assertThat(isLive(reloader, "my_own")).isFalse();

            Files.writeString(folder.resolve("mine.yar"), GOOD);
            await().until(() -> isLive(reloader, "my_own"));

            Files.delete(folder.resolve("mine.yar"));
            await().until(() -> !isLive(reloader, "my_own"));
        }
    }

    @Test
    void isCalledByTheDayOfTheNewestFile() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yar"), GOOD);
        Files.setLastModifiedTime(mine, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder))) {
            assertThat(reloader.rules().current().version())
                    .startsWith(RulePack.bundled().label() + "-");

            Path newer = Files.writeString(folder.resolve("newer.draft"), GOOD.replace("my_own", "my_newer"));
            Files.setLastModifiedTime(newer, FileTime.from(Instant.parse("2101-02-03T04:05:06Z")));
            Files.move(newer, folder.resolve("newer.yar"));
            await().untilAsserted(() ->
                    assertThat(reloader.rules().current().version()).matches("2101\\.02\\.03-[0-9a-f]{8}"));
        }
    }

    @Test
    void keepsAFileAsItWasWhenItsNextSaveIsBroken() throws IOException {
        Files.writeString(folder.resolve("mine.yar"), GOOD);
        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder))) {
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

        try (RuleReloader reloader = RuleReloader.start(new RuleFolder(folder))) {
            assertThat(isLive(reloader, "slow")).isFalse();
            assertThat(reloader.rules().current().rules()).hasSizeGreaterThanOrEqualTo(25);
        }
    }

    private static boolean isLive(RuleReloader reloader, String rule) {
        return reloader.rules().current().rules().stream()
                .anyMatch(each -> each.name().equals(rule));
    }
}
