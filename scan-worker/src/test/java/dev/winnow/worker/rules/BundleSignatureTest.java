package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.yara.RuleSource;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleSignatureTest {
    private final KeyPair pair = newPair();
    private final RuleBundle bundle = bundle("rule own { condition: true }");
    private final byte[] signed = BundleSignature.signBundle(bundle.toBytes(), pair.getPrivate());

    @Test
    void takesTheBundleOfItsKey() {
        assertThatCode(() -> BundleSignature.requireSigned(signed, pair.getPublic()))
                .doesNotThrowAnyException();
        assertThat(RuleBundle.parseZip(signed)).isEqualTo(bundle);
        assertThat(BundleSignature.signBundle(signed, pair.getPrivate())).isEqualTo(signed);
    }

    @Test
    void refusesABundleWithoutItsSignature() {
        assertThatThrownBy(() -> BundleSignature.requireSigned(bundle.toBytes(), pair.getPublic()))
                .hasMessageContaining("not signed");
        assertThatThrownBy(() -> BundleSignature.requireSigned(signed, newPair().getPublic()))
                .hasMessageContaining("not the configured key's");
    }

    @Test
    void refusesABundleWithTheSignatureOfAnother() {
        byte[] other = BundleSignature.signBundle(
                bundle("rule own { condition: false }").toBytes(), newPair().getPrivate());

        assertThatThrownBy(() -> BundleSignature.requireSigned(other, pair.getPublic()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsTheKeysThatItPrints() {
        assertThat(BundleSignature.parsePrivateKey(
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n"))
                .isEqualTo(pair.getPrivate());
        assertThat(BundleSignature.parsePublicKey(
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())))
                .isEqualTo(pair.getPublic());
        assertThatThrownBy(() -> BundleSignature.parsePublicKey("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BundleSignature.parsePrivateKey("AAAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AAAA");
    }

    private static RuleBundle bundle(String text) {
        return new RuleBundle(
                new RuleBundle.Manifest("day", "day-1", "4", 1, List.of()), List.of(new RuleSource("own.yar", text)));
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
