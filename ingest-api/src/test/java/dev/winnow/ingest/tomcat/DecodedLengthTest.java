package dev.winnow.ingest.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedLengthTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain,5",
                "\\u0041,1",
                "\\u00e4,2",
                "\\u20ac,3",
                "\\ud83d\\ude00,4",
                "\\n\\\\\\\",3",
                "\\uzzzz,6",
                "\\u00,4",
                "\\,1",
            })
    void countsWhatEscapesStandFor(String json, int bytes) {
        byte[] body = json.getBytes(StandardCharsets.US_ASCII);

        assertThat(new DecodedLength().upTo(body, body.length)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "7"})
    void countsTheSameInAnyPieces(int step) {
        byte[] body = "ab\\u20ac\\n\\\\u0041\\ud83d\\ude00c".getBytes(StandardCharsets.US_ASCII);
        DecodedLength inPieces = new DecodedLength();
        for (int end = 0; end < body.length; end += step) {
            int _ = inPieces.upTo(body, end);
        }

        assertThat(inPieces.upTo(body, body.length)).isEqualTo(new DecodedLength().upTo(body, body.length));
    }
}
