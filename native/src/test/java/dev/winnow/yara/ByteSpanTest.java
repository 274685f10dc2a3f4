package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteSpanTest {

    /** a, é (2 bytes), 👍 (4 bytes), z. */
    private static final byte[] TEXT = Rules.utf8("aé👍z");

    @Test
    void countsCodePointsHalfOpen() {
        assertThat(new ByteSpan(0, 1).codePoints(TEXT)).isEqualTo(new CodePointRange(0, 1));
        assertThat(new ByteSpan(1, 2).codePoints(TEXT)).isEqualTo(new CodePointRange(1, 2));
        assertThat(new ByteSpan(3, 5).codePoints(TEXT)).isEqualTo(new CodePointRange(2, 4));
        assertThat(new ByteSpan(0, 8).codePoints(TEXT)).isEqualTo(new CodePointRange(0, 4));
    }

    @Test
    void takesInWholeCharactersThatAMatchCutsThrough() {
        assertThat(new ByteSpan(2, 2).codePoints(TEXT)).isEqualTo(new CodePointRange(1, 3));
        assertThat(new ByteSpan(5, 1).codePoints(TEXT)).isEqualTo(new CodePointRange(2, 3));
    }

    @Test
    void marksAPlaceForAnEmptyMatch() {
        assertThat(new ByteSpan(3, 0).codePoints(TEXT)).isEqualTo(new CodePointRange(2, 2));
        assertThat(new ByteSpan(8, 0).codePoints(TEXT)).isEqualTo(new CodePointRange(4, 4));
    }
}
