package dev.winnow.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {
    @ParameterizedTest
    @CsvSource({
        "parcel, 6",
        "größe, 5",
        "gro\u0308ße, 5",
        "z\u200Be\u200Br\u200Bo, 4",
        "您的快递, 8",
        "ｆｕｌｌ, 8",
        "안녕, 4",
        "👍, 2",
        "👍🏽, 2",
        "👨‍👩‍👧, 2",
        "❤️, 2",
        "🇩🇪, 2",
        "‏שלום, 4",
        "'', 0"
    })
    void countsTheColumnsOfATerminal(String text, int columns) {
        assertThat(DisplayText.countColumns(text)).isEqualTo(columns);
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(DisplayText.shorten("parcel", 6)).isEqualTo("parcel");
        assertThat(DisplayText.shorten("parcels", 6)).isEqualTo("parce…");
        assertThat(DisplayText.shorten("您的快递", 6)).isEqualTo("您的…");
        assertThat(DisplayText.shorten("ok 👨‍👩‍👧👨‍👩‍👧", 6)).isEqualTo("ok 👨‍👩‍👧…");
        assertThat(DisplayText.shorten("parcel", 0)).isEmpty();
    }

    @Test
    void fillsToColumns() {
        assertThat(DisplayText.pad("您", 4)).isEqualTo("您  ");
        assertThat(DisplayText.pad("parcel", 4)).isEqualTo("parcel");
    }

    @Test
    void keepsATextFromSteeringTheTerminal() {
        assertThat(DisplayText.toLine("a\u001B[2Jb\r\n\tc\u202Ed ")).isEqualTo("a\uFFFD[2Jb c\uFFFDd");
    }
}
