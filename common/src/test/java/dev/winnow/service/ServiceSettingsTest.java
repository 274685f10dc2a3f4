package dev.winnow.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.IdSecret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {
    private static final String KEY = "A".repeat(43) + "=";

    @Test
    void takesTheFirstSecretForSigning() {
        assertThat(with("3:" + KEY + ", 2:" + KEY).parseSecrets())
                .extracting(IdSecret::number)
                .containsExactly(3, 2);
    }

    @Test
    void saysHowToMakeASecret() {
        assertThatThrownBy(() -> with(" ").parseSecrets())
                .hasMessageContaining("WINNOW_IDSECRETS is not set")
                .hasMessageContaining("openssl rand");
        assertThatThrownBy(() -> with(KEY).parseSecrets()).hasMessageContaining("number:base64");
        assertThatThrownBy(() -> with("1:AAAA").parseSecrets()).hasMessageContaining("at least 32 bytes");
    }

    @Test
    void neverShowsASecret() {
        assertThat(with("1:" + KEY).toString()).doesNotContain(KEY);
    }

    private static ServiceSettings with(String idSecrets) {
        return new ServiceSettings(
                ServiceSettings.Store.SQLITE, Path.of("data"), Path.of("tenants.yaml"), "", idSecrets);
    }
}
