package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.SmsMessage;
import dev.winnow.rules.Disguise;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.View;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageScannerIT {
    private static final String JUNK = "You have won a cash prize of 500 pounds, claim it now, call our office today";

    private static ActiveRules bundled;

    @BeforeAll
    static void compileBundled() {
        bundled = compile(RuleFolder.bundledSources());
    }

    @AfterAll
    static void closeBundled() {
        bundled.close();
    }

    @Test
    void namesTheViewAndMapsSpansToRawCodePoints() {
        String rule =
                "rule cash { meta: title = \"Cash\" category = \"junk\" weight = 60 strings: $a = \"cash\" nocase condition: $a }";
        Verdict.Judged verdict = judge("😀 c\u200Ba\u0301sh, now", rule);
        assertThat(verdict.category()).isEqualTo(Category.JUNK);
        assertThat(verdict.matches())
                .containsExactly(new RuleMatch("cash", "Cash", 60, View.FOLDED, List.of(new Span(2, 8))));
    }

    @Test
    void countsARuleOnceAndPrefersItsRawMatch() {
        String rule = "rule cash { meta: weight = 30 category = \"junk\" strings: $a = \"cash\" condition: $a }";
        Verdict.Judged verdict = judge("cash, naïve", rule);
        assertThat(verdict.score()).isEqualTo(30);
        assertThat(verdict.matches()).extracting(RuleMatch::view).containsExactly(View.RAW);
    }

    @Test
    void keepsTheEightRulesThatTellMostAndSaysSo() {
        String rules = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "rule r%d { meta: weight = %d condition: true }".formatted(i, i))
                .collect(Collectors.joining("\n"));
        Verdict.Judged verdict = judge("hello", rules);
        assertThat(verdict.matches()).hasSize(8);
        assertThat(verdict.matches().getFirst().rule()).isEqualTo("r12");
        assertThat(verdict.truncated()).isTrue();
        assertThat(verdict.score()).isEqualTo(78);
    }

    @Test
    void cutsSpansAndSaysSo() {
        Verdict.Judged verdict =
                judge("a b a b a b a b a", "rule a { meta: weight = 1 strings: $a = \"a\" condition: $a }");
        assertThat(verdict.matches().getFirst().spans()).hasSize(4);
        assertThat(verdict.truncated()).isTrue();
    }

    @Test
    void joinsSpansThatOverlapOrTouch() {
        Verdict.Judged verdict = judge("free prize, act now", """
                rule a {
                    meta: weight = 1
                    strings: $a = "free" $b = "ree prize" $c = ", act" $d = "now"
                    condition: all of them
                }""");
        assertThat(verdict.matches().getFirst().spans()).containsExactly(new Span(0, 15), new Span(16, 19));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "482913 is your verification code. If this was not you, restore access at https://bank-secure-login.com/x",
                "Your code is 482913. Forward the 6-digit code we just sent to keep your account",
                "OTP 482913. Your account is suspended, verify it at https://example.top/login",
                "Rs 4,999 debited from A/c XX1234. Not you? Cancel at bit.ly/3xYzAb"
            })
    void callsACodeOrAlertWithAFraudJunk(String text) {
        Verdict.Judged verdict = judgeBundled(text);
        assertThat(verdict.category()).isEqualTo(Category.JUNK);
        assertThat(verdict.decidedBy()).isEqualTo(DecidedBy.SCORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your Example code: 482-913. You can also tap this link to verify your phone: https://v.example.com/482913",
                "Rs 500.00 debited from a/c XX1234 on 02-01. Not you? Call 18001234567 or see https://bank.example/d",
                "Your parcel is out for delivery. Track it at https://www.example.com/t/1"
            })
    void protectsACodeOrAlertWithAnHonestLink(String text) {
        Verdict.Judged verdict = judgeBundled(text);
        assertThat(verdict.category()).isEqualTo(Category.TRANSACTION);
        assertThat(verdict.decidedBy()).isEqualTo(DecidedBy.PROTECTED);
    }

    @ParameterizedTest
    @EnumSource
    void seesThroughEveryDisguise(Disguise disguise) {
        assertThat(judgeBundled(JUNK).category()).isEqualTo(Category.JUNK);
        assertThat(judgeBundled(disguise.disguise(JUNK)).category()).isEqualTo(Category.JUNK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sender == \"\"|hello",
                "view == \"raw\"|hello",
                "country == \"\"|hello",
                "channel == \"sms\"|hello",
                "link_count == 2|a.example.com/x and www.example.org",
                "link_domains == \"example.co.uk\"|see shop.example.co.uk",
                "link_known|track it at royalmail.com",
                "link_brand == \"royal mail\"|Royal Mail: pay at www.example.com",
                "link_imitates == \"royal mail\"|pay at royal-mail-fee.com",
                "link_short|bit.ly/x1",
                "link_random_path|example.com/k7QxZ9",
                "link_odd_host|https://xkcdqw.com/a",
                "link_free_host|name.pages.dev",
                "link_punycode|xn--mnchen-3ya.de",
                "link_ip|http://203.0.113.7/a",
                "link_port|https://example.com:8443/a",
                "link_user_info|https://example.com@example.net/a",
                "link_rare_ending|parcel-desk.top",
                "link_broken|casino777 . win",
                "link_messenger|wa.me/15550100200",
                "link_app_package|example.com/a.apk",
                "mail_free|write to name@gmail.com",
                "mail_brand == \"netflix\"|Netflix: write to name@gmail.com"
            })
    void tellsRulesEachFact(String condition, String text) {
        String rule = "rule asked { meta: weight = 30 category = \"junk\" condition: " + condition + " }";
        assertThat(judge(text, rule).matches()).extracting(RuleMatch::rule).containsExactly("asked");
    }

    @Test
    void tellsFactsOfOneMessageOnly() {
        String rule = "rule asked { meta: weight = 30 category = \"junk\" condition: link_rare_ending }";
        try (ActiveRules compiled = compile(List.of(new RuleSource("test.yar", rule)));
                MessageScanner scanner = new MessageScanners(compiled).openScanner()) {
            assertThat(matchesOf(scanner, "parcel-desk.top")).hasSize(1);
            assertThat(matchesOf(scanner, "hello")).isEmpty();
            assertThat(matchesOf(scanner, "see www.example.com")).isEmpty();
        }
    }

    @Test
    void keepsSpansOfARuleThatAsksAFact() {
        String rule = """
                rule pay {
                    meta: title = "Pay" weight = 60 category = "junk"
                    strings: $a = "pay" fullword
                    condition: $a and link_rare_ending and link_broken
                }""";
        Verdict.Judged verdict = judge("😀 pȧy now: parcel-desk[.]top", rule);
        assertThat(verdict.matches())
                .containsExactly(new RuleMatch("pay", "Pay", 60, View.FOLDED, List.of(new Span(2, 5))));
    }

    @Test
    void asksTheListsOfItsOwner() {
        String rule = "rule asked { meta: weight = 30 category = \"junk\" condition: link_known }";
        LinkLists own = LinkLists.withLines(Map.of("known-hosts.txt", "shop.example.org"));
        try (ActiveRules compiled = compile(List.of(new RuleSource("test.yar", rule)));
                MessageScanner bundledLists = new MessageScanners(compiled).openScanner();
                MessageScanner ownLists = new MessageScanners(compiled, own).openScanner()) {
            assertThat(matchesOf(bundledLists, "see shop.example.org")).isEmpty();
            assertThat(matchesOf(ownLists, "see shop.example.org")).hasSize(1);
        }
    }

    private static List<RuleMatch> matchesOf(MessageScanner scanner, String text) {
        return ((Findings) scanner.examineMessage(SmsMessage.ofText(text))).matches();
    }

    private static Verdict.Judged judgeBundled(String text) {
        return judge(text, bundled);
    }

    private static Verdict.Judged judge(String text, String rules) {
        RuleSource source = new RuleSource("test.yar", rules);
        try (ActiveRules compiled = compile(List.of(source))) {
            return judge(text, compiled);
        }
    }

    private static Verdict.Judged judge(String text, ActiveRules rules) {
        try (MessageScanner scanner = new MessageScanners(rules).openScanner()) {
            Verdict verdict = scanner.scanMessage(SmsMessage.ofText(text), TenantSettings.DEFAULT);
            assertThat(verdict).isInstanceOf(Verdict.Judged.class);
            return (Verdict.Judged) verdict;
        }
    }

    private static ActiveRules compile(List<RuleSource> sources) {
        return new ActiveRules(RuleCompiler.compile(sources).orThrow(), MessageScanners.SCAN_OPTIONS);
    }
}
