package dev.winnow.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    private final Fingerprint one = new Fingerprint(0x0102030405060708L, 0x00807fff01000100L);

    @Test
    void countsEqualValuesInEachPlace() {
        assertThat(one.countEqual(one)).isEqualTo(Fingerprint.VALUES);
        assertThat(one.countEqual(new Fingerprint(0x0102030405060709L, 0x01807fff01000100L)))
                .isEqualTo(14);
        assertThat(one.countEqual(new Fingerprint(~one.high(), ~one.low()))).isZero();
        assertThat(new Fingerprint(0, 0).countEqual(new Fingerprint(0x0100010001000100L, 0)))
                .isEqualTo(12);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(one).hasToString("010203040506070800807fff01000100");
        assertThat(Fingerprint.parse(one.toString())).isEqualTo(one);
        assertThatThrownBy(() -> Fingerprint.parse("0102"))
                .hasMessageContaining("32 hexadecimal digits")
                .hasMessageContaining("0102");
    }
}
