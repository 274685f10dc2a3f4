package dev.winnow.worker.scan.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.worker.scan.wording.WordingModel.Head;
import dev.winnow.worker.scan.wording.WordingModel.Line;
import dev.winnow.yara.Facts;
import dev.winnow.yara.Variable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingScorerTest {
    private static final Line CONSTANT = new Line(WordingModel.CONSTANT, -40, 0, 0);

    private final FeatureNames names = new FeatureNames();

    @Test
    void readsWordsPairsPartsNumbersAndSigns() {
        assertThat(names.listNames("Pay 12.50 NOW! 482913", false, Facts.NONE))
                .contains("pay", "~^pay", "~pay$", "#.4", "pay #.4", "now", "!", "now !", "! #6", "@length_25");
    }

    @Test
    void readsALinkAsOneWordAndItsFactsAsTraits() {
        Facts link = Facts.builder()
                .setValue(Variable.LINK_COUNT, 1)
                .setValue(Variable.LINK_SHORT, true)
                .build();

        assertThat(names.listNames("open bit.ly/x1 today", false, link))
                .contains("open <link>", "<link> today", "@link", "@link_short", "@link_unknown", "=click @link_short")
                .doesNotContain("bit", "ly");
    }

    @Test
    void readsRunsOfCharactersWhereNoBlanksSeparateWords() {
        assertThat(names.listNames("您的包裹", false, Facts.NONE)).contains("包裹", "的包裹", "=parcel");
    }

    @Test
    void readsHowATextIsWritten() {
        assertThat(names.listNames(
                        "[DHL] Card **1234: pay €3 by 12/05, 10:30 or call 0170 555 01 99! OK?", false, Facts.NONE))
                .contains("@bracket", "@mask", "@money", "@date", "@time", "@phone", "@question", "@exclamations_1")
                .contains("@phone @money", "@first dhl", "@last ?");
        assertThat(names.listNames("Шифр: A4421", false, Facts.NONE))
                .contains("@prefix", "@script_cyrillic", "@code", "@reference", "@first шифр", "@last #4")
                .doesNotContain("@phone", "@mask", "@money", "@question");
    }

    @Test
    void knowsATextWithoutBlanksByItsShortestRuns() {
        WordingScorer scorer = scorerOf(new Line(WordingModel.CONSTANT, -400, 0, 0), new Line("包裹", 120, 0, 0));

        assertThat(scorer.addPoints("包裹包裹包裹", false, Facts.NONE)).isNotEqualTo(Facts.NONE);
    }

    @Test
    void findsTheSameConceptInManyLanguages() {
        for (String text : List.of("parcels", "paquete", "посылка", "شحنة", "包裹", "พัสดุ", "kargonuz")) {
            assertThat(names.listNames(text, false, Facts.NONE)).as(text).contains("=parcel");
        }
    }

    @Test
    void addsTheWeightsOfFeaturesOnceEach() {
        WordingScorer scorer = scorerOf(CONSTANT, new Line("parcel", 80, 0, 0), new Line("parcel held", 40, 0, -48));

        Facts once = scorer.addPoints("parcel held", false, Facts.NONE);
        Facts often = scorer.addPoints("parcel held parcel held parcel held", false, Facts.NONE);

        assertThat(once.valueOf(Variable.WORDING_JUNK)).isEqualTo(20L);
        assertThat(once.valueOf(Variable.WORDING_TRANSACTION)).isEqualTo(-12L);
        assertThat(often.valueOf(Variable.WORDING_JUNK)).isEqualTo(20L);
    }

    @Test
    void saysNothingAboutWordsThatItDoesNotKnow() {
        WordingScorer scorer = scorerOf(new Line(WordingModel.CONSTANT, -400, 0, 0), new Line("parcel", 120, 0, 0));

        assertThat(scorer.addPoints("qxz wvk zrt pql", false, Facts.NONE)).isSameAs(Facts.NONE);
        assertThat(scorer.addPoints("", false, Facts.NONE).valueOf(Variable.WORDING_JUNK))
                .isEqualTo(-45L);
    }

    @Test
    void boundsWhatKindWordsCanTakeAway() {
        WordingScorer scorer = scorerOf(IntStream.range(0, 200)
                .mapToObj(i -> new Line("kind" + (char) ('a' + i % 26) + (char) ('a' + i / 26), -127, 127, 127))
                .toArray(Line[]::new));
        String padding = IntStream.range(0, 200)
                .mapToObj(i -> "kind" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
                .collect(Collectors.joining(" "));

        Facts facts = scorer.addPoints(padding, false, Facts.NONE);

        assertThat(facts.valueOf(Variable.WORDING_JUNK)).isEqualTo(-45L);
        assertThat(facts.valueOf(Variable.WORDING_PROMOTION)).isEqualTo(80L);
    }

    @Test
    void tellsTheWordsThatAddMost() {
        WordingScorer scorer = scorerOf(CONSTANT, new Line("parcel", 80, 0, 0), new Line("held", -20, 0, 0));

        assertThat(scorer.listContributions("a parcel held", false, Facts.NONE, Head.JUNK))
                .containsExactly(new WordingScorer.Contribution(20, 2, 8), new WordingScorer.Contribution(-5, 9, 13));
    }

    @Test
    void tellsThePlaceOfTheLastWordWithoutTheRestOfTheText() {
        WordingScorer scorer = scorerOf(CONSTANT, new Line("@last held", 80, 0, 0));

        assertThat(scorer.listContributions("parcel held ...", false, Facts.NONE, Head.JUNK))
                .containsExactly(new WordingScorer.Contribution(20, 7, 11));
    }

    @Test
    void scoresTheLongestTextAndBrokenSurrogates() {
        WordingScorer scorer = new WordingScorer(WordingModel.bundled());

        for (String text :
                List.of("a b ".repeat(2_048), "parcel\ud83d held \udd25", "包".repeat(2_700), ".".repeat(8_192))) {
            assertThat(scorer.addPoints(text, true, Facts.NONE)).isNotNull();
        }
    }

    @Test
    void bundlesAModelInWhichNoFeatureDecidesAlone() {
        Facts junk = new WordingScorer(WordingModel.bundled())
                .addPoints("Hi mum, my phone broke, this is my new number. Text me on whatsapp", false, Facts.NONE);

        assertThat((Long) junk.valueOf(Variable.WORDING_JUNK)).isGreaterThanOrEqualTo(50);
        assertThat(WordingModel.MAX_WEIGHT / WordingModel.UNITS_PER_POINT).isLessThan(50);
    }

    @Test
    void namesALineOfAnotherForm() {
        assertThatThrownBy(() -> WordingModel.parseText("parcel\t12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parcel\t12");
    }

    private static WordingScorer scorerOf(Line... lines) {
        return new WordingScorer(new WordingModel(List.of(lines)));
    }
}
