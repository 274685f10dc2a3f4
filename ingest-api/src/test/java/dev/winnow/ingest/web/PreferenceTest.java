package dev.winnow.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=5                                   | 5000",
                "wait=4.5                                 | 4500",
                "wait = 5                                 | 5000",
                "wait=\"5\"                               | 5000",
                "wait=\" 5 \"                             | 5000",
                "WAIT=5                                   | 5000",
                "  wait=5  ,  respond-async               | 5000",
                "respond-async, wait=5                    | 5000",
                "respond-async; wait=5                    | 5000",
                "wait=5; strict=yes                       | 5000",
                "handling=lenient;x=\"a, wait=9\", wait=5 | 5000",
                "return=minimal,wait=5,wait=9             | 5000",
                "wait=0.25                                | 250",
                "wait=0.0005                              | 0",
                "wait=26                                  | 25000",
                "wait=99999999999999999999999.5           | 25000",
                ", ,wait=5                                | 5000",
            })
    void honoursEveryLegalFormOfAWait(String header, long millis) {
        assertThat(Preference.readWait(request(header))).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait",
                "wait=",
                "wait=x",
                "wait=-1",
                "wait=\"\"",
                "await=5",
                "wait5",
                "foo=\"wait=5\"",
                "wait=5s",
                "wait=1e3",
                "wait=٥"
            })
    void ignoresWhatIsNoWait(String header) {
        assertThat(Preference.readWait(request(header))).isZero();
    }

    @Test
    void readsEveryLineOfTheHeader() {
        assertThat(Preference.readWait(request("respond-async", "wait=3"))).isEqualTo(Duration.ofSeconds(3));
        assertThat(Preference.readWait(request())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5000, wait=5", "4500, wait=4.5", "20000, wait=20", "250, wait=0.25"})
    void saysWhichWaitWasHonoured(long millis, String applied) {
        assertThat(Preference.formatApplied(Duration.ofMillis(millis))).isEqualTo(applied);
    }

    private static MockHttpServletRequest request(String... headers) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String header : headers) {
            request.addHeader("Prefer", header);
        }
        return request;
    }
}
