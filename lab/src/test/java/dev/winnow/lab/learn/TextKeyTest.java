package dev.winnow.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextKeyTest {
    @Test
    void ignoresDigitsLinksCaseAndPunctuation() {
        assertThat(TextKey.of("Call 0800 1111 now! https://example.com/a1"))
                .isEqualTo(TextKey.of("call 0900-2222 NOW https://example.org/b"))
                .isEqualTo("call now");
    }

    @Test
    void keepsTextsOfOtherAlphabetsApart() {
        assertThat(TextKey.of("ваш код 123"))
                .isEqualTo(TextKey.of("Ваш код: 456"))
                .isNotEqualTo(TextKey.of("привет"));
    }

    @Test
    void putsCopiesIntoOneFold() {
        for (int i = 0; i < 50; i++) {
            String text = "message number " + "x".repeat(i);
            assertThat(TextKey.fold(text + " 12", 5, 1))
                    .isEqualTo(TextKey.fold(text + " 99!", 5, 1))
                    .isBetween(0, 4);
        }
    }
}
