package dev.winnow.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.statistics.Precision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void putsEachBarWhereTheOneBeforeEnds() {
        ScoreBars.Sum sum = ScoreBars.draw(
                List.of(
                        new ScoreBars.Weight("a", "A", 60, "raw"),
                        new ScoreBars.Weight("b", "B", 20, "raw"),
                        new ScoreBars.Weight("c", "C", -30, "raw")),
                50);

        assertThat(sum.total()).isEqualTo(50);
        assertThat(sum.thresholdX()).isEqualTo(50);
        assertThat(sum.bars()).extracting(ScoreBars.Bar::x).containsExactly(0.0, 60.0, 50.0);
        assertThat(sum.bars()).extracting(ScoreBars.Bar::width).containsExactly(60.0, 20.0, 30.0);
        assertThat(sum.bars().getLast().isAgainst()).isTrue();
    }

    @Test
    void marksPlacesByCodePointsAlsoInTextsBeyondTheBasicPlane() {
        List<HighlightedText.Piece> pieces =
                HighlightedText.cut("\ud83d\ude00 win", List.of(List.of(2, 5), List.of(3, 99)));

        assertThat(pieces)
                .containsExactly(
                        new HighlightedText.Piece("\ud83d\ude00 ", false), new HighlightedText.Piece("win", true));
        assertThat(HighlightedText.cut("", List.of())).isEmpty();
    }

    @Test
    void breaksALineWhereThereIsNoFigure() {
        ChartPicture.Picture drawn = ChartPicture.draw(List.of("a"), List.of(Arrays.asList(1.0, null, 2.0, 1.0)));

        assertThat(drawn.top()).isEqualTo(2);
        assertThat(drawn.lines().getFirst().path()).startsWith("M0.0 60.0M400.0 2.0L600.0");
    }

    @Test
    void writesNumbersForReaders() {
        Format format = new Format();
        assertThat(List.of(format.rate(0), format.rate(0.44), format.rate(1234.5)))
                .containsExactly("0", "0.4", "1,235");
        assertThat(List.of(format.millis(38), format.millis(4_200), format.millis(720_000)))
                .containsExactly("38 ms", "4.2 s", "12 min");
        assertThat(List.of(format.weight(-30), format.weight(0), format.weight(5)))
                .containsExactly("−30", "0", "+5");
        assertThat(List.of(format.share(0, 0), format.share(0, 9), format.share(1, 99_999), format.share(1, 30)))
                .containsExactly("–", "0 %", "< 0.1 %", "3.3 %");
        assertThat(format.interval(Precision.ofOpinions(90, 10))).isEqualTo("90 % (83–94)");
    }

    @Test
    void keepsEveryCharacterOfASource() {
        String source = "rule a { // c\n  strings:\n    $x = \"a \\\" b\" nocase\n  condition:\n    $x and #x > 2 }";

        List<YaraSource.Piece> pieces = YaraSource.cut(source);

        assertThat(String.join("", pieces.stream().map(YaraSource.Piece::text).toList()))
                .isEqualTo(source);
        assertThat(pieces)
                .contains(new YaraSource.Piece("string", "\"a \\\" b\""), new YaraSource.Piece("keyword", "nocase"));
    }
}
