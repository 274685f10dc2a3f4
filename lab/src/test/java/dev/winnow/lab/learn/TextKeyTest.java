package dev.winnow.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextKeyTest {
    @Test
    void ignoresDigitsLinksCaseAndPunctuation() {
        assertThat(TextKey.keyOf("Call 0800 1111 now! https://example.com/a1"))
                .isEqualTo(TextKey.keyOf("call 0900-2222 NOW https://example.org/b"))
                .isEqualTo("call now");
    }

    @Test
    void keepsTextsOfOtherAlphabetsApart() {
        assertThat(TextKey.keyOf("ваш код 123"))
                .isEqualTo(TextKey.keyOf("Ваш код: 456"))
                .isNotEqualTo(TextKey.keyOf("привет"));
    }

    @Test
    void putsCopiesIntoOneFold() {
        for (int i = 0; i < 50; i++) {
            String text = "message number " + "x".repeat(i);
            assertThat(TextKey.foldOf(text + " 12", 5, 1))
                    .isEqualTo(TextKey.foldOf(text + " 99!", 5, 1))
                    .isBetween(0, 4);
        }
    }
}
