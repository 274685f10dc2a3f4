package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretSealerTest {
    private static final byte[] SECRET = "a secret of an endpoint".getBytes(StandardCharsets.UTF_8);

    private final MasterKey old = MasterKey.fromBytes(0, new byte[MasterKey.BYTES]);
    private final MasterKey young = MasterKey.fromBytes(1, bytes(1));

    @Test
    void opensWhatItSealed() {
        SecretSealer sealer = new SecretSealer(List.of(old));

        String sealed = sealer.sealSecret(SECRET, "whe_1");

        assertThat(sealer.openSecret(sealed, "whe_1")).isEqualTo(SECRET);
        assertThat(sealer.sealSecret(SECRET, "whe_1")).isNotEqualTo(sealed);
        assertThat(sealed).doesNotContain(Base64.getEncoder().encodeToString(SECRET));
    }

    @Test
    void opensASecretForItsOwnEndpointOnly() {
        SecretSealer sealer = new SecretSealer(List.of(old));
        String sealed = sealer.sealSecret(SECRET, "whe_1");

        assertThatIllegalStateException()
                .isThrownBy(() -> sealer.openSecret(sealed, "whe_2"))
                .withMessageContaining("whe_2");
    }

    @Test
    void sealsWithTheFirstKeyAndGoesOnOpeningWithTheOthers() {
        SecretSealer sealer = new SecretSealer(List.of(old));
        String before = sealer.sealSecret(SECRET, "whe_1");

        sealer.rotateKeys(List.of(young, old));
        String after = sealer.sealSecret(SECRET, "whe_1");

        assertThat(after).startsWith("1.");
        assertThat(sealer.openSecret(before, "whe_1")).isEqualTo(SECRET);
        assertThat(sealer.openSecret(after, "whe_1")).isEqualTo(SECRET);
        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretSealer(List.of(young)).openSecret(before, "whe_1"))
                .withMessageContaining("master key 0 is not configured any more");
    }

    @Test
    void readsKeysAsTheyAreConfiguredAndShowsNone() {
        String text = "1:" + Base64.getEncoder().encodeToString(bytes(1)) + ", 0:"
                + Base64.getEncoder().encodeToString(new byte[MasterKey.BYTES]);

        assertThat(MasterKey.parseKeys(text)).containsExactly(young, old);
        assertThat(MasterKey.parseKeys(text).toString()).isEqualTo("[MasterKey[number=1], MasterKey[number=0]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.parseKeys("nonsense"))
                .withMessageContaining("WINNOW_CALLBACKS_MASTERKEY");
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.parseKeys("0:AAAA"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretSealer(List.of(old, old)));
    }

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[MasterKey.BYTES];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
