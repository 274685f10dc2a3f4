package dev.winnow.worker.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.scan.spelling.Misspellings;
import dev.winnow.worker.scan.spelling.TextUnits;
import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.yara.ByteSpan;
import dev.winnow.yara.CodePointRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofLines(List.of(
            "the",
            "for",
            "mat",
            "is",
            "in",
            "top",
            "hi",
            "+account",
            "+delivery",
            "+urgent",
            "+сообщение",
            "format",
            "holiday"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your раураl account     | Your paypal account
            Yоur Аpple ID           | Your apple ID
            ＦＲＥＥ ｃａｓｈ             | free cash
            𝐅𝐫𝐞𝐞 𝓬𝓪𝓼𝓱               | free cash
            🅵🆁🅴🅴                    | free
            fr33 r1ngt0ne           | free ringtone
            @cc0unt l0cked          | account locked
            c1aim ca11 cl1ck        | claim call click
            F R E E money           | FREE money
            w.i.n now               | win now
            F-R-E-E                 | FREE
            Votre code de vérification | Votre code de verification
            Hesabınız ASKIYA ALINDI    | Hesabiniz ASKIYA ALINDI
            ВАША КАРТА заблокирована   | ваша карта заблокирована
            Вaша кaрта              | ваша карта
            ٣٤٥٦ رمز                | 3456 رمز
            can’t – won’t           | can't - won't
            """)
    void undoesADisguise(String raw, String folded) {
        assertThat(fold(raw)).isEqualTo(folded);
        assertThat(DisguiseCheck.mayBeDisguised(raw.getBytes(UTF_8), VOCABULARY))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your acc.ount now         | Your account now
            Your acc ount now         | Your account now
            your de-livery            | your delivery
            your Accuont              | your account
            your acccount             | your account
            your acount               | your account
            your accounts             | your account
            your avcount              | your account
            соо.бщение                | сообщение
            a holi.day                | a holiday
            7h3 de1iv3ry 1n 70p u4g3nt | the delivery in top urgent
            h1 m3 y0u                 | hi me you
            """)
    void respellsAWord(String raw, String folded) {
        assertThat(fold(raw)).isEqualTo(folded);
        assertThat(DisguiseCheck.mayBeDisguised(raw.getBytes(UTF_8), VOCABULARY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for mat and mat-for",
                "a holidya, a holidays",
                "bccount ccount",
                "www.accuont.example/accuont",
                "me@accuont.example",
                "call 1accuont",
                "acc.ount.example"
            })
    void leavesWordsAndAddressesAlone(String text) {
        assertThat(new Misspellings(TextUnits.ofAscii(text.getBytes(UTF_8)), false, VOCABULARY).findNext())
                .isFalse();
    }

    @Test
    void mapsARespelledWordBackToItsRawLetters() {
        FoldedText folded = FoldedText.foldText("an acc.oount!", VOCABULARY);

        assertThat(text(folded)).isEqualTo("an acc.oount!");
        FoldedText joined = FoldedText.foldText("my acc.ount!", VOCABULARY);
        assertThat(joined.rawCodePoints(new ByteSpan(3, 7))).isEqualTo(new CodePointRange(3, 11));
    }

    @Test
    void dropsInvisibleCharacters() {
        assertThat(fold("fr\u200Bee \u202Ecash\u202C p\u00ADrize")).isEqualTo("free cash prize");
    }

    @Test
    void joinsDottedTextWithDoubledSeparators() {
        assertThat(fold("y.o.u. .w.o.n. .£.5.0")).isEqualTo("you won £50");
        assertThat(fold("F R E E   c a s h")).isEqualTo("FREE cash");
        assertThat(fold("F R E E  c a s h")).isEqualTo("FREE cash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See you at 10, I will bring 2 pizzas.",
                "A B or C? I do not know",
                "It costs 150 and ends at 3",
                ""
            })
    void paysNothingForPlainText(String plain) {
        assertThat(DisguiseCheck.mayBeDisguised(plain.getBytes(UTF_8), VOCABULARY))
                .isFalse();
        assertThat(fold(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Costs 150ppm", "the 3rd at 10pm", "она дома", "мама, я в школе", "你好，明天見"})
    void leavesNumbersAndOtherAlphabetsAlone(String text) {
        assertThat(fold(text)).isEqualTo(text.replace('，', ','));
    }

    @Test
    void mapsSpansBackToRawCodePoints() {
        FoldedText folded = FoldedText.foldText("😀 f\u200Br\u0301ее!", VOCABULARY);
        assertThat(text(folded)).isEqualTo("😀 free!");
        assertThat(folded.rawCodePoints(new ByteSpan(5, 4))).isEqualTo(new CodePointRange(2, 8));
        assertThat(folded.rawCodePoints(new ByteSpan(0, 4))).isEqualTo(new CodePointRange(0, 1));
    }

    @Test
    void mapsOneCharacterThatBecomesSeveral() {
        FoldedText folded = FoldedText.foldText("ﬁne", VOCABULARY);
        assertThat(text(folded)).isEqualTo("fine");
        assertThat(folded.rawCodePoints(new ByteSpan(1, 1))).isEqualTo(new CodePointRange(0, 1));
    }

    @Test
    void cutsAtACharacterAndSaysSo() {
        FoldedText folded = FoldedText.foldText("ﷺ".repeat(2_000), VOCABULARY);
        assertThat(folded.cut()).isTrue();
        assertThat(folded.utf8().length).isLessThanOrEqualTo(8_192);
        assertThat(text(folded)).doesNotContain("\uFFFD");
    }

    private static String fold(String raw) {
        return text(FoldedText.foldText(raw, VOCABULARY));
    }

    private static String text(FoldedText folded) {
        return new String(folded.utf8(), UTF_8);
    }
}
