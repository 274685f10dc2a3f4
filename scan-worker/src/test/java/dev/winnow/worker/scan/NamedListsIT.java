package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Verdict.Judged;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedListsIT {
    private static final List<RuleSource> RULES = List.of(new RuleSource("own.yar", """
            private rule listed { condition: in_lists contains " bad_domains " }
            rule bad_domain { meta: category = "junk" weight = 60 condition: listed }
            rule known_sender { meta: weight = -60 condition: in_lists contains " friends " }
            rule hello { meta: weight = 1 strings: $a = "pay" nocase condition: $a }
            """));

    @Test
    void namesTheListThatDecided() {
        Judged verdict = judge("pay at https://login.evil.top/x", Map.of("bad_domains", "evil.top\n"));

        assertThat(verdict.category()).isEqualTo(Category.JUNK);
        assertThat(verdict.matches())
                .extracting(RuleMatch::rule)
                .containsExactly("bad_domain", "hello", "list:bad_domains");
        assertThat(verdict.truncated()).isFalse();
    }

    @Test
    void findsAHostBelowADomainAndNotItsNeighbours() {
        Map<String, String> listed = Map.of("bad_domains", "login.example.com\n");

        assertThat(judge("pay at https://a.login.example.com/x", listed).category())
                .isEqualTo(Category.JUNK);
        assertThat(judge("pay at https://shop.example.com/x", listed).category())
                .isEqualTo(Category.CLEAN);
    }

    @Test
    void findsTheTextsOfACampaign() {
        Map<String, String> listed =
                Map.of("bad_domains", "text: Your parcel 4711 is held, pay 1.99 at http://one.top/a\n");

        assertThat(judge("YOUR PARCEL 99 is held: pay 2.49 EUR5 at https://two.example/b", listed)
                        .category())
                .isEqualTo(Category.JUNK);
        assertThat(judge("Your parcel is held at the post office, pay there", listed)
                        .category())
                .isEqualTo(Category.CLEAN);
        assertThatThrownBy(() -> lists(Map.of("a", "text: call me\n"))).hasMessageContaining("fewer than 3 words");
    }

    @Test
    void findsADisguisedTextOfACampaign() {
        Map<String, String> listed = Map.of(
                "bad_domains",
                "text: Your parcel 4711 is held, pay 1.99 at http://one.top/a\ntext: Ihr Paket wird zur\u00fcckgehalten, zahlen Sie\n");

        assertThat(List.of(
                        "Y\u043eur p\u0430rcel 99 is h\u0435ld: pay 2.49 at https://two.example/b",
                        "Yo\u200bur par\u200dcel 99 is held: pay 2.49 at https://two.example/b",
                        "\uff39our parcel 99 is held: p\u00e1y 2.49 at https://two.example/b",
                        "Y0ur p4rcel 99 is h3ld: pay 2.49 at https://two.example/b",
                        "Ihr Paket wird zur\u00fcckgehalten! zahlen Sie 3",
                        "Ihr P\u0430ket wird zuruckgehalten! zahlen Sie 3"))
                .allSatisfy(text ->
                        assertThat(judge(text, listed).category()).as(text).isEqualTo(Category.JUNK));
    }

    @Test
    void namesNoListThatNoMatchedRuleAskedFor() {
        Judged verdict = judge("pay at https://evil.top/x", Map.of("bad_domains", "nice.top", "other", "evil.top"));

        assertThat(verdict.matches()).extracting(RuleMatch::rule).containsExactly("hello");
    }

    @Test
    void findsSendersAndDomainsAndTheirParents() {
        NamedLists lists = lists(Map.of("a", "EVIL.top\n# no.top\n\n+33612345678\nBANK\n", "b", "co.uk"));

        assertThat(lists.findLists("evil.top", null, "", "")).isEqualTo(" a ");
        assertThat(lists.findLists("good.org x.evil.top", null, "", "")).isEqualTo(" a ");
        assertThat(lists.findLists("shop.co.uk evil.top", null, "", "")).isEqualTo(" a b ");
        assertThat(lists.findLists("", "+33612345678", "", "")).isEqualTo(" a ");
        assertThat(lists.findLists("", "Bank", "", "")).isEqualTo(" a ");
        assertThat(lists.findLists("notevil.top no.top top", "33612345678", "", ""))
                .isEmpty();
    }

    @Test
    void holdsAMillionEntries() {
        String million = IntStream.range(0, NamedLists.MAX_LINES)
                .mapToObj(i -> "host-" + i + ".example")
                .collect(Collectors.joining("\n"));
        NamedLists lists = lists(Map.of("large", million));

        assertThat(IntStream.range(0, 2_000)
                        .filter(i -> lists.findLists("a.host-" + i * 500 + ".example", null, "", "")
                                .isEmpty()))
                .isEmpty();
        assertThat(IntStream.range(0, 2_000)
                        .filter(i -> !lists.findLists("guest-" + i + ".example", null, "", "")
                                .isEmpty()))
                .isEmpty();
        assertThatThrownBy(() -> lists(Map.of("large", million + "\none.more")))
                .hasMessageContaining("list 'large' has 1,000,001 entries");
    }

    private static NamedLists lists(Map<String, String> texts) {
        return ListTexts.parse(new TreeMap<>(texts));
    }

    private static Judged judge(String text, Map<String, String> texts) {
        RuleCompanions companions = new RuleCompanions(RuleGates.NONE, lists(texts), ListQuestions.of(RULES));
        try (ActiveRules rules = new ActiveRules(RuleCompiler.compile(RULES).orThrow(), MessageScanners.SCAN_OPTIONS);
                MessageScanner scanner =
                        new MessageScanners(() -> rules, LinkLists::bundled, _ -> companions, null).openScanner()) {
            return (Judged) scanner.scanMessage(SmsMessage.ofText(text), TenantSettings.DEFAULT);
        }
    }
}
