package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPolicyTest {
    @Test
    void encodesLettersBeyondAsciiAsUtf8() throws ForbiddenUrlException {
        String encoded = "https://hooks.example.com/stra%C3%9Fe/%E2%82%AC?caf%C3%A9=%20";

        assertThat(UrlPolicy.STRICT.checkUrl("https://hooks.example.com/straße/€?café=%20"))
                .hasToString(encoded);
        assertThat(UrlPolicy.STRICT.checkUrl(encoded)).hasToString(encoded);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 99_999})
    void refusesPortsThatDoNotExistForDevelopersToo(int port) {
        assertThatExceptionOfType(ForbiddenUrlException.class)
                .isThrownBy(() -> UrlPolicy.LOCAL.checkUrl("http://127.0.0.1:" + port + "/"))
                .withMessage("must have a port from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com:443/in?key=1",
                "HTTPS://Hooks.Example.COM./x",
                "https://1.example.com/",
                "https://xn--bcher-kva.example/"
            })
    void letsHostNamesThrough(String url) throws ForbiddenUrlException {
        assertThat(UrlPolicy.STRICT.checkUrl(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://0X7F000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://0/",
                "https://0x/",
                "https://a.0x7f/",
                "https://a.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25eth0]/",
                "https://[64:ff9b::7f00:1]/"
            })
    void refusesAddressesInEveryNotation(String url) {
        refused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "https:hooks.example.com",
                "//hooks.example.com/",
                "https://user@hooks.example.com/",
                "https://user:password@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/",
                "https://hooks.example.com:8443/",
                "https://hooks.example.com:22/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:99999999999/",
                "https://hooks.example.com/#fragment",
                "https://localhost/",
                "https://intranet/",
                "https://%31%32%37.0.0.1/",
                "https://１２７.0.0.1/",
                "https://127。0。0。1/",
                "https://ho_st.example.com/",
                "https://hooks.example.com\\@127.0.0.1/",
                "https://hooks.example.com\n/",
                "https://",
                ""
            })
    void refusesAnAddressThatIsNotPlainHttps(String url) {
        refused(url);
    }

    @Test
    void takesOtherPortsWhenTheyAreConfigured() throws ForbiddenUrlException {
        UrlPolicy policy = new UrlPolicy(false, Set.of(443, 8443));

        assertThat(policy.checkUrl("https://hooks.example.com:8443/").getPort()).isEqualTo(8443);
    }

    @Test
    void letsThisMachineThroughForDevelopmentButNoPasswords() throws ForbiddenUrlException {
        assertThat(UrlPolicy.LOCAL.checkUrl("http://127.0.0.1:9000/x").getPort())
                .isEqualTo(9000);
        assertThatExceptionOfType(ForbiddenUrlException.class)
                .isThrownBy(() -> UrlPolicy.LOCAL.checkUrl("http://user@localhost/"));
        assertThatExceptionOfType(ForbiddenUrlException.class)
                .isThrownBy(() -> UrlPolicy.LOCAL.checkUrl("file:///etc/passwd"));
    }

    private static void refused(String url) {
        assertThatExceptionOfType(ForbiddenUrlException.class).isThrownBy(() -> UrlPolicy.STRICT.checkUrl(url));
    }
}
