package dev.winnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.webhook.MasterKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedKeyTest {
    private static final String MARKER = "bWFya2Vk";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWE=",
                "bWFya2Vk:0",
                ":bWFya2Vk",
                "0:bWFya2Vk",
                "0:bWFya2Vk*",
                "0:bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya",
                "16:bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWE=",
                "-1:bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWE=",
                "0:bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWE=,bWFya2Vk",
                "0 bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWE=",
                "\"0:bWFya2VkbWFya2VkbWFya2VkbWFya2VkbWFya2VkbWE=\"",
                "'bWFya2Vk",
            })
    void neverShowsASecretThatItCannotRead(String text) {
        assertThatThrownBy(() -> IdSecret.parseSecrets(text)).satisfies(NumberedKeyTest::holdsNoSecret);
        assertThatThrownBy(() -> MasterKey.parseKeys(text)).satisfies(NumberedKeyTest::holdsNoSecret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31415926535897932384626433832795", "3141592653589793", "314159265"})
    void neverShowsASecretOfDigits(String text) {
        assertThatThrownBy(() -> IdSecret.parseSecrets(text))
                .satisfies(e -> assertThat(print(e)).doesNotContain("31415"));
        assertThatThrownBy(() -> MasterKey.parseKeys(text))
                .satisfies(e -> assertThat(print(e)).doesNotContain("31415"));
    }

    private static void holdsNoSecret(Throwable error) {
        assertThat(print(error)).doesNotContain(MARKER).doesNotContain("bWFy");
    }

    private static String print(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
