package dev.winnow.ingest.lenient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LenientBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\":\"+49\",\"text\":\"pay now\"}",
                "\ufeff{\"from\":\"+49\",\"text\":\"pay now\"}",
                " \r\n{\"from\":\"+49\",\"text\":\"pay now\",}",
                "{\"from\":\"+49\",\"text\":\"pay now\"} trailing",
                "{\"from\":\"+49\",\"text\":\"pay now\"}{\"again\":1}",
                "{'from':'+49','text':'pay now'}",
                "{from:\"+49\",text:\"pay now\"}",
                "{\"from\":\"+49\",\"text\":\"pay now\",\"sim\":}",
                "{\"from\":\"+49\",\"text\":\"pay now",
                "{\"from\":\"+49\",\"text\":\"pay now\",\"sim\":\"on",
                "{\"from\":\"+49\",\"text\":\"pay now\",\"sim\":\"a\"b\"}",
                "from=%2B49&text=pay+now&sim=1",
                "text=pay%20now&from=%2b49",
            })
    void readsWhatWasMeant(String body) {
        JsonNode read = LenientBody.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(LenientBody.scalar(read.path("from"))).isEqualTo("+49");
        assertThat(LenientBody.scalar(read.path("text"))).isEqualTo("pay now");
    }

    @Test
    void keepsControlCharactersAndQuotesThatNobodyEscaped() {
        assertThat(textOf("{\"text\":\"a\u0000b\tc\nd\fe\u001bf\",\"from\":\"x\"}"))
                .isEqualTo("a\u0000b\tc\nd\fe\u001bf");
        assertThat(textOf("{\"text\":\"say \"yes\", and pay\",\"from\":\"x\"}")).isEqualTo("say \"yes\", and pay");
        assertThat(textOf("{\"text\":\"say \"yes\"\",\"from\":\"x\"}")).isEqualTo("say \"yes\"");
        assertThat(textOf("{\"from\":\"x\",\"text\":\"C:\\users \"a\"\"}")).isEqualTo("C:\\users \"a\"");
        assertThat(textOf("{\"bodies\":[\"a \"b\" c\"],\"text\":\"x \"y\" \"}")).isEqualTo("x \"y\" ");
    }

    @Test
    void putsAReplacementInThePlaceOfMalformedBytes() {
        byte[] body = "{\"text\":\"pay _ now\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[13] = (byte) 0xff;

        assertThat(LenientBody.read(body).orElseThrow().path("text").stringValue())
                .isEqualTo("pay \ufffd now");
        assertThat(textOf("{\"text\":\"\\ud83d pay\"}")).isEqualTo("\ud83d pay");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE"})
    void readsTheEncodingsThatJsonOnceHad(String charset) {
        byte[] body = "{\"text\":\"pay now\"}".getBytes(Charset.forName(charset));

        assertThat(LenientBody.read(body).orElseThrow().path("text").stringValue())
                .isEqualTo("pay now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "7", "null", "<text>x</text>", "=x"})
    void readsNothingWhereNothingIs(String body) {
        assertThat(LenientBody.read(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void staysLinearWhateverIsUnescaped() {
        for (String part : new String[] {"\"", "\",", "\"}", "\" ", "\\", "\\u", "{", "\",\"", "[\"", "\"}]"}) {
            String body = "{\"text\":\"" + part.repeat(200_000 / part.length());

            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> LenientBody.read(body.getBytes(StandardCharsets.UTF_8)), part);
        }
    }

    private static String textOf(String body) {
        return LenientBody.read(body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .path("text")
                .stringValue();
    }
}
