package dev.winnow.yara;

import static dev.winnow.yara.Rules.compile;
import static dev.winnow.yara.Rules.names;
import static dev.winnow.yara.Rules.scanned;
import static dev.winnow.yara.Rules.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerIT {

    private static final Externals SENDER = new Externals("a".repeat(64), "raw", "DE", "sms");
    private static final String WIN = "rule win { strings: $a = \"win\" condition: $a }";

    @Test
    void scansNulBytesAndInvalidUtf8AsTheyAre() {
        try (RuleSet rules =
                        compile("rule raw { strings: $a = { 00 FF C3 28 } condition: $a at 2 and filesize == 7 }");
                Scanner scanner = rules.newScanner()) {
            byte[] text = {'a', 0, 0, (byte) 0xFF, (byte) 0xC3, 0x28, (byte) 0x80};
            assertThat(names(scanner.scan(text))).containsExactly("raw");
        }
    }

    @Test
    void scansOnlyTheGivenPartOfAnArray() {
        try (RuleSet rules = compile(WIN);
                Scanner scanner = rules.newScanner()) {
            byte[] text = utf8("win some");
            assertThat(names(scanner.scan(text, 1, 7, Externals.NONE))).isEmpty();
            assertThat(names(scanner.scan(text, 0, 3, Externals.NONE))).containsExactly("win");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> scanner.scan(text, 4, 8, Externals.NONE));
            assertThat(names(scanner.scan(text))).as("after an error").containsExactly("win");
        }
    }

    @Test
    void refusesTextsAndExternalsOverTheCapBeforeTheCall() {
        try (RuleSet rules = compile(WIN);
                Scanner scanner = rules.newScanner()) {
            assertThat(scanner.scan(new byte[Scanner.MAX_TEXT])).isSameAs(ScanResult.Scanned.NOTHING);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scanner.scan(new byte[Scanner.MAX_TEXT + 1]))
                    .withMessageContaining("8,193 bytes");
            Externals externals = new Externals("s".repeat(Scanner.MAX_TEXT + 1), "", "", "");
            assertThatIllegalArgumentException().isThrownBy(() -> scanner.scan(new byte[1], 0, 1, externals));
        }
    }

    @Test
    void passesExternalVariablesOfEachScan() {
        try (RuleSet rules = compile("""
                        rule bank { condition: sender == "MYBANK" and country == "DE" and channel == "sms" and view == "raw" }
                        rule unknown { condition: sender == "" }
                        rule umlaut { condition: sender == "M\\xc3\\xbcller" }
                        """);
                Scanner scanner = rules.newScanner()) {
            byte[] text = utf8("hello");
            assertThat(names(scanner.scan(text, 0, 5, new Externals("MYBANK", "raw", "DE", "sms"))))
                    .containsExactly("bank");
            assertThat(names(scanner.scan(text))).containsExactly("unknown");
            assertThat(names(scanner.scan(text, 0, 5, new Externals("Müller", "", "", ""))))
                    .containsExactly("umlaut");
        }
    }

    @Test
    void passesFactsOfEachScan() {
        try (RuleSet rules = compile("""
                        rule many { condition: link_count > 1 }
                        rule address { condition: link_ip and link_domains == "example.org" }
                        """);
                Scanner scanner = rules.newScanner()) {
            Facts facts = Facts.builder()
                    .setValue(Variable.LINK_COUNT, 2)
                    .setValue(Variable.LINK_IP, true)
                    .setValue(Variable.LINK_DOMAINS, "example.org")
                    .build();
            byte[] text = utf8("hello");
            assertThat(names(scanner.scan(text, 0, 5, new Externals("", "raw", "", "sms", facts))))
                    .containsExactly("many", "address");
            assertThat(names(scanner.scan(text, 0, 5, new Externals("", "folded", "", "sms", facts))))
                    .containsExactly("many", "address");
            assertThat(names(scanner.scan(text))).isEmpty();
        }
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.builder().setValue(Variable.LINK_COUNT, true))
                .withMessageContaining("link_count");
    }

    @Test
    void keepsNoExternalOfAScanThatWasRefused() {
        try (RuleSet rules = compile("rule bank { condition: sender == \"MYBANK\" }");
                Scanner scanner = rules.newScanner()) {
            Externals tooLong = new Externals("MYBANK", "v".repeat(Scanner.MAX_TEXT + 1), "", "");
            assertThatIllegalArgumentException().isThrownBy(() -> scanner.scan(new byte[1], 0, 1, tooLong));
            assertThat(names(scanner.scan(utf8("x")))).isEmpty();
            assertThat(names(scanner.scan(utf8("x"), 0, 1, new Externals("MYBANK", "", "", ""))))
                    .containsExactly("bank");
        }
    }

    @Test
    void listsAsManySpansAsAskedInTheOrderOfTheText() {
        try (RuleSet rules = compile("rule two { strings: $b = \"bb\" $a = \"aa\" condition: any of them }");
                Scanner three = rules.newScanner(new ScanOptions(Duration.ofMillis(100), 3));
                Scanner none = rules.newScanner(new ScanOptions(Duration.ofMillis(100), 0))) {
            byte[] text = utf8("aa bb aa bb aa");
            assertThat(scanned(three.scan(text)).matches().getFirst().spans())
                    .containsExactly(new ByteSpan(0, 2), new ByteSpan(3, 2), new ByteSpan(6, 2));
            assertThat(scanned(none.scan(text)).matches().getFirst().spans()).isEmpty();
        }
    }

    @Test
    void failsWithATimeoutWhenAConditionDoesNotEnd() {
        try (RuleSet rules = compile(Rules.ENDLESS);
                Scanner scanner = rules.newScanner(new ScanOptions(Duration.ofMillis(20), 0))) {
            assertThat(scanner.scan(utf8("x"))).isEqualTo(new ScanResult.Failed(EngineError.Known.SCAN_TIMEOUT));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule slow { strings: $a = /(qqqq|qqq|qqqqq)+y/ condition: $a }",
                "rule slow { strings: $a = /[q9][q9,.]*qqq/ condition: $a }",
                "rule slow { strings: $a = /[qr]+q/ condition: #a > 100000 }",
                "rule slow { strings: $a = { 71 [0-200] 71 [0-200] 71 [0-200] 79 } condition: $a }",
                "private rule slow { strings: $a = \"q\" condition: for any i in (1..#a) : (for any j in (1..#a) : (@a[i] + @a[j] == 1000000)) }",
                "rule slow { condition: for all i in (1..1000000000) : (i > 0) }",
                "rule slow { condition: for all i in (1..1000000000) : (not sender matches /(a|aa)+b/) }"
            })
    void judgesByTheOtherRulesWhenATextTakesOneTooLong(String slow) {
        try (RuleSet rules = compile(slow
                        + " rule plain { strings: $a = \"win\" condition: $a } rule not_slow { condition: not slow }");
                Scanner scanner = rules.newScanner()) {
            byte[] text = utf8("q".repeat(8000) + " win");
            for (int i = 0; i < 3; i++) {
                ScanResult.Scanned result = scanned(scanner.scan(text, 0, text.length, SENDER));
                assertThat(result.incomplete()).extracting(Rule::name).containsExactly("slow");
                assertThat(names(result)).containsExactly("plain", "not_slow");
            }
            assertThat(names(scanner.scan(utf8("a win")))).contains("plain");
        }
    }

    @Test
    void leavesOutEveryRuleThatATextTakesTooLongAndNoOther() {
        StringBuilder text = new StringBuilder(WIN);
        for (int i = 0; i < 40; i++) {
            text.append(
                    "rule slow%d { strings: $a = /(qqqq|qqq|qqqqq)+y[0-9]{%d}/ condition: $a }%n".formatted(i, i + 1));
        }
        try (RuleSet rules = compile(text.toString());
                Scanner scanner = rules.newScanner()) {
            ScanResult.Scanned result = scanned(scanner.scan(utf8("win " + "q".repeat(8000))));
            assertThat(result.incomplete()).hasSize(40).extracting(Rule::name).doesNotContain("win");
            assertThat(names(result)).containsExactly("win");
        }
    }

    @Test
    void leavesARuleOutForTheTextThatExhaustsItAndForNoOther() {
        try (RuleSet rules = compile(WIN + Rules.EXHAUSTIBLE + "rule other { condition: not exhaustible }");
                Scanner scanner = rules.newScanner()) {
            ScanResult.Scanned exhausted = scanned(scanner.scan(Rules.exhausting()));
            assertThat(exhausted.incomplete()).extracting(Rule::name).containsExactly("exhaustible");
            assertThat(names(exhausted)).containsExactly("win", "other");
            assertThat(rules.incompleteScans()).isEqualTo(1);

            ScanResult.Scanned matched = scanned(scanner.scan(utf8("xaby")));
            assertThat(matched.incomplete()).isEmpty();
            assertThat(names(matched)).containsExactly("exhaustible");
            assertThat(rules.incompleteScans()).isEqualTo(1);
        }
    }

    @Test
    void namesTheRuleThatExhaustsTheEngineByItsCondition() {
        try (RuleSet rules = compile(WIN
                        + "rule lure { condition: sender matches /x([ab]{0,40}){0,40}y/ }"
                        + "rule after { condition: sender contains \"ab\" }");
                Scanner scanner = rules.newScanner()) {
            Externals externals = new Externals("x" + "ab".repeat(200), "", "", "");
            ScanResult.Scanned result = scanned(scanner.scan(utf8("win"), 0, 3, externals));
            assertThat(result.incomplete()).extracting(Rule::name).containsExactly("lure");
            assertThat(names(result)).containsExactly("win", "after");
        }
    }

    @Test
    void allocatesNothingForATextThatMatchesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (RuleSet rules = compile(WIN);
                Scanner scanner = rules.newScanner()) {
            byte[] text = utf8("nothing to see here");
            Externals externals = new Externals("MYBANK", "raw", "DE", "sms");
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 20; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10_000; i++) {
                    scanner.scan(text, 0, text.length, externals);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isLessThan(10_000);
        }
    }

    @Test
    void refusesUseAfterCloseAndIgnoresASecondClose() {
        try (RuleSet rules = compile(WIN)) {
            Scanner scanner = rules.newScanner();
            scanner.close();
            scanner.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> scanner.scan(utf8("win")))
                    .withMessage("scanner is closed");
        }
    }

    @Test
    void endsTheScanUnderWayBeforeItIsFreed() throws ExecutionException, InterruptedException {
        long before = Yara.liveHandles();
        RuleSet rules = compile(Rules.ENDLESS);
        Scanner scanner = rules.newScanner(new ScanOptions(Duration.ofMillis(500), 0));
        CompletableFuture<ScanResult> scan = CompletableFuture.supplyAsync(() -> scanner.scan(utf8("x")));
        await().pollInterval(Duration.ofMillis(1)).until(() -> isBusy(scanner));

        scanner.close();
        rules.close();
        assertThat(Yara.liveHandles()).as("while the scan runs").isEqualTo(before + 2);
        assertThat(scan.get()).isEqualTo(new ScanResult.Failed(EngineError.Known.SCAN_TIMEOUT));
        assertThat(Yara.liveHandles()).isEqualTo(before);
    }

    private static boolean isBusy(Scanner scanner) {
        try {
            scanner.scan(new byte[0], 0, 0, Externals.NONE);
            return false;
        } catch (IllegalStateException e) {
            return "scanner is in use by another thread; take one scanner for each thread".equals(e.getMessage());
        }
    }
}
