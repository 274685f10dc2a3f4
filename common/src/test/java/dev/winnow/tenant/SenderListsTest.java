package dev.winnow.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderListsTest {
    private static final String[] SPELLINGS = {
        "+4915112345678",
        "004915112345678",
        "4915112345678",
        "015112345678",
        "+49 151 1234 5678",
        "+49 (0)151 / 1234-5678",
        "(+49) 151.1234.5678",
        "tel:+49-151-1234-5678",
        "TEL:+49-151-1234-5678;ext=1",
        "sms:+4915112345678?body=x",
        "+49\u00a0151\u202f1234\u20095678",
        "+49\u2011151\u20131234\u22125678",
        "\u202a+4915112345678\u202c",
        "\u200e+49\u200b1511234\ufeff5678\u00ad",
        "\uff0b\uff14\uff19\uff11\uff15\uff11\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
        "+\u0664\u0669\u0661\u0665\u0661\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        "+\u096a\u096f\u0967\u096b\u0967\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e",
        "+49\ufe0f151\u034f12345678",
        "\t+4915112345678\n",
    };

    @Test
    void knowsANumberInEverySpellingOfEitherSide() {
        for (String listed : SPELLINGS) {
            SenderLists lists = SenderLists.of("DE", Set.of(listed), Set.of());
            for (String sender : SPELLINGS) {
                assertThat(lists.find(sender).isAllowed())
                        .as("%s is listed, %s sends", listed, sender)
                        .isTrue();
            }
            assertThat(lists.find("+4915112345679").isAllowed()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US, +14085550001, (408) 555-0001",
        "US, +14085550001, 14085550001",
        "US, +4915112345678, 011 49 151 12345678",
        "GB, +447700900123, 07700 900123",
        "DE, +14085550001, 14085550001",
        "FR, +33612345678, 06 12 34 56 78",
        "IT, +390612345678, 0612345678",
        "DE, 72345, 7 23 45",
    })
    void readsNumbersInTheTenantsCountry(String country, String listed, String sender) {
        assertThat(SenderLists.of(country, Set.of(), Set.of(listed))
                        .find(sender)
                        .isBlocked())
                .isTrue();
    }

    @Test
    void needsNoCountryForNumbersThatNameTheirs() {
        SenderLists lists = SenderLists.of(null, Set.of("+4915112345678"), Set.of("0151 12345678"));

        assertThat(lists.find("4915112345678")).isEqualTo(new SenderLists.Listing(true, false));
        assertThat(lists.find("00 49 151 12345678")).isEqualTo(new SenderLists.Listing(true, false));
        assertThat(lists.find("015112345678")).isEqualTo(new SenderLists.Listing(false, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MyBank",
                "MYBANK",
                "my bank",
                "my-bank",
                "My\u200bBank",
                "\uff2d\uff39\uff22\uff21\uff2e\uff2b",
                "MyBan\u212a"
            })
    void comparesNamesByTheirFoldedLetters(String sender) {
        assertThat(SenderLists.of(null, Set.of("MyBank"), Set.of()).find(sender).isAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"МуВаnk", "MyB\u0430nk", "MyB4nk", "MyBank1", "Bank", ""})
    void takesNoLookalikeForAnAllowedName(String sender) {
        assertThat(SenderLists.of("DE", Set.of("MyBank"), Set.of()).find(sender).isAllowed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"72345", "872345", "+72345678901", "4972345"})
    void doesNotTakeAShortCodeForAPartOfANumber(String sender) {
        assertThat(SenderLists.of("DE", Set.of("7234"), Set.of()).find(sender).isAllowed())
                .isFalse();
    }

    @Test
    void refusesAnUnknownCountryAndAnEmptySender() {
        assertThatThrownBy(() -> SenderLists.of("de", Set.of(), Set.of())).hasMessageContaining("country");
        assertThatThrownBy(() -> SenderLists.of("XX", Set.of(), Set.of())).hasMessageContaining("country");
        assertThatThrownBy(() -> SenderLists.of(null, Set.of(), Set.of(" ()"))).hasMessageContaining("blockedSenders");
        assertThat(SenderLists.NONE.find(null)).isEqualTo(new SenderLists.Listing(false, false));
    }
}
