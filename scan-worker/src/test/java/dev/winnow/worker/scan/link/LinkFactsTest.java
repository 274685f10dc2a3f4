package dev.winnow.worker.scan.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.yara.Facts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFactsTest {
    @Test
    void countsLinksAndNamesTheirDomains() {
        assertThat(facts("See https://a.example.co.uk/x and shop.example.com, or www.example.com"))
                .containsEntry("link_count", 3L)
                .containsEntry("link_domains", "example.co.uk example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"See you at eight?", "Rs.500 paid", "hello", "code @example.com #123456", ""})
    void knowsNothingOfATextWithoutALink(String text) {
        assertThat(LinkFacts.computeFacts(text)).isSameAs(Facts.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Track it at royalmail.com/track|true",
                "royalmail.com and https://www.netflix.com/x|true",
                "royalmail.com and example-post.top/x|false",
                "https://www.gov.uk/pay-fine|true",
                "name.wordpress.com/x|false",
                "bit.ly/abc|false",
                "t.me/abc|false",
                "https://netflix.com@example.top/x|false",
                "royalmail.com.example.top|false"
            })
    void tellsWhetherAllHostsAreWellKnown(String text, boolean known) {
        assertThat(facts(text).getOrDefault("link_known", false)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Royal Mail: pay your fee at parcel-desk.top|royal mail",
                "ROYAL MAIL: pay at parcel-desk.top|royal mail",
                "【佐川急便】ご確認ください parcel-desk.top|sagawa",
                "您的支付宝异常 parcel-desk.top|alipay",
                "Your DHL parcel: https://bit.ly/x1|dhl",
                "Royal Mail: track it at royalmail.com|''",
                "Royal Mail or DHL: track it at dhl.de/x|''",
                "Amazon: see https://www.amazon.com.tr/x|''",
                "Grow more at parcel-desk.top|''",
                "dhl.example.top/x|''"
            })
    void namesTheBrandWhoseHostsAreOthers(String text, String brand) {
        assertThat(facts(text).getOrDefault("link_brand", "")).isEqualTo(brand);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "royal-mail-redelivery.com|royal mail",
                "royalmail.com.example.top|royal mail",
                "royalmail-fee.example.net/x|royal mail",
                "usps.com-trk9.top/us|usps",
                "paypa1.com/login|paypal",
                "paypai.com/login|paypal",
                "netfIix.com-pay.top|netflix",
                "netfllx.com/x|netflix",
                "nеtflix.com/x|netflix",
                "xn--ntflix-3of.com/x|netflix",
                "amazom-billing.com/x|amazon",
                "secure-paypal.example.com/x|paypal",
                "usps.top|usps",
                "example.top/usps|usps",
                "Apple ID: sign in at apple-verify.top|apple",
                "apple-pie.example.com/x|''",
                "royalmail.com/fee|''",
                "mydhl.express.dhl/x|''",
                "dhl.ro/x|''",
                "www.example.com/x|''",
                "colis-dz.com/x|''",
                "bit.ly/usps|''"
            })
    void namesTheBrandThatAnAddressImitates(String text, String brand) {
        assertThat(facts(text).getOrDefault("link_imitates", "")).isEqualTo(brand);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bit.ly/x|link_short",
                "tinyurl.com/abc|link_short",
                "example.com/aB12xQ|link_random_path",
                "example.com/r/k7QxZ9|link_random_path",
                "https://xkcdqw.com/a|link_odd_host",
                "https://a8f3k2.com/a|link_odd_host",
                "https://x92817.com/a|link_odd_host",
                "name.pages.dev|link_free_host",
                "https://sites.google.com/x|link_free_host",
                "name.duckdns.org|link_free_host",
                "xn--mnchen-3ya.de|link_punycode",
                "http://münchen.de/|link_punycode",
                "http://203.0.113.7/a|link_ip",
                "https://example.com:8443/a|link_port",
                "https://bank.example.com@example.net/a|link_user_info",
                "parcel-desk.top|link_rare_ending",
                "example[.]com|link_broken",
                "hxxps://example.com/a|link_broken",
                "casino . win|link_broken",
                "exam\u200Bple.com|link_broken",
                "wa.me/15550100200|link_messenger",
                "https://t.me/abc|link_messenger",
                "https://line.me/ti/p/x|link_messenger",
                "https://zalo.me/0900|link_messenger",
                "example.com/app.apk|link_app_package",
                "Install Reward.apk now|link_app_package",
                "Write to name@gmail.com|mail_free"
            })
    void seesEachSign(String text, String fact) {
        assertThat(facts(text)).containsEntry(fact, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/track|link_random_path",
                "https://example.com/About-Us|link_random_path",
                "https://example.com/2026/11/24|link_random_path",
                "https://1001fonts.com/a|link_odd_host",
                "https://github.com/a|link_odd_host",
                "https://www.google.com/a|link_free_host",
                "http://192.168.0.1/|link_ip",
                "http://10.0.0.1:8080/|link_ip",
                "https://example.com:443/a|link_port",
                "https://example.com/a|link_rare_ending",
                "https://example.com/a (see above)|link_broken",
                "Pay at example.com. It is due|link_broken",
                "Write to name@example.com|mail_free",
                "https://example.com/apk-guide|link_app_package"
            })
    void leavesHonestLinksAlone(String text, String fact) {
        assertThat(facts(text)).doesNotContainKey(fact);
    }

    @Test
    void namesTheBrandBesideAForeignMailbox() {
        assertThat(facts("Netflix support: write to netflix.help@gmail.com"))
                .containsEntry("mail_brand", "netflix")
                .containsEntry("mail_free", true)
                .doesNotContainKey("link_count");
        assertThat(facts("Netflix: write to help@netflix.com")).doesNotContainKey("mail_brand");
    }

    @Test
    void asksTheFoldedTextWhereTheTextItselfShowsNoLink() {
        String raw = "go to p a r c e l . t o p / x";
        String folded = "go to parcel.top/x";
        Facts facts = LinkFacts.readLinks(raw, utf8(raw), folded, utf8(folded), LinkLists.bundled())
                .facts();
        assertThat(facts.listKnown())
                .containsEntry("link_domains", "parcel.top")
                .containsEntry("link_broken", true);
    }

    @Test
    void keepsDomainsWithinTheLengthThatAdmissionTries() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append("https://").append("a".repeat(60)).append(i).append(".com/x ");
        }
        assertThat((String) facts(text.toString()).get("link_domains")).hasSizeLessThanOrEqualTo(256);
    }

    private static Map<String, Object> facts(String text) {
        return LinkFacts.computeFacts(text).listKnown();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
