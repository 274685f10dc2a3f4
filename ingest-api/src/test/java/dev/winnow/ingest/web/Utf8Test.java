package dev.winnow.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void agreesWithTheStrictDecoder() {
        Random random = new Random(20_261_130);
        byte[] starts = {
            (byte) 0x7f,
            (byte) 0x80,
            (byte) 0xc0,
            (byte) 0xc2,
            (byte) 0xe0,
            (byte) 0xed,
            (byte) 0xf0,
            (byte) 0xf4,
            (byte) 0xff
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(6)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = random.nextBoolean()
                        ? (byte) (0x80 + random.nextInt(0x40))
                        : starts[random.nextInt(starts.length)];
            }
            assertThat(Utf8.isWellFormed(bytes))
                    .as(() -> java.util.HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes(bytes));
        }
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += 7) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                assertThat(Utf8.isWellFormed(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)))
                        .isTrue();
            }
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
