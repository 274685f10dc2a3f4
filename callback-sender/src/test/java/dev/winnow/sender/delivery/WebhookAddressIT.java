package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.webhook.UrlPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to bring a webhook to an address that is not public. */
class WebhookAddressIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    /** An address that is public by IANA's registries and belongs to a project for the DNS, where a connection attempt does no harm. */
    private static final String PUBLIC_ADDRESS = "192.31.196.1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "fe80::1",
                "ff02::1"
            })
    void doesNotConnectToAnAddressThatIsNotPublic(String address) throws Exception {
        assertThat(callWith(_ -> addresses(address))).isEqualTo(notPublic());
    }

    @Test
    void doesNotConnectWhenOneOfManyAddressesIsNotPublic() throws Exception {
        assertThat(callWith(_ -> addresses(PUBLIC_ADDRESS, "127.0.0.1"))).isEqualTo(notPublic());
    }

    /** A name server can fool the check only if the client asks twice: once with a public answer, once with an inner one. */
    @Test
    void connectsToTheAddressThatItCheckedAndAsksOnlyOnce() throws Exception {
        AtomicInteger questions = new AtomicInteger();

        EndpointAnswer answer =
                callWith(_ -> addresses(questions.getAndIncrement() == 0 ? PUBLIC_ADDRESS : "127.0.0.1"));

        assertThat(answer).isInstanceOf(EndpointAnswer.None.class).isNotEqualTo(notPublic());
        assertThat(questions).hasValue(1);
    }

    @Test
    void resolvesTheNameAgainAtTheNextCall() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        DnsResolver rebinding = names(_ -> addresses(questions.getAndIncrement() == 0 ? PUBLIC_ADDRESS : "127.0.0.1"));
        try (WebhookHttpClient http = new WebhookHttpClient(UrlPolicy.STRICT, rebinding, TIMEOUT)) {
            URI url = URI.create("https://hooks.example.com/");

            assertThat(http.postBody(url, Map.of(), "{}")).isNotEqualTo(notPublic());
            assertThat(http.postBody(url, Map.of(), "{}")).isEqualTo(notPublic());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://user@hooks.example.com/",
                "https://hooks.example.com:22/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/"
            })
    void asksNoNameServerAboutAForbiddenUrl(String url) throws Exception {
        AtomicInteger questions = new AtomicInteger();
        DnsResolver counting = names(_ -> addresses("1.1.1." + questions.incrementAndGet()));
        try (WebhookHttpClient http = new WebhookHttpClient(UrlPolicy.STRICT, counting, TIMEOUT)) {
            assertThat(http.postBody(URI.create(url), Map.of(), "{}"))
                    .isInstanceOfSatisfying(
                            EndpointAnswer.None.class,
                            none -> assertThat(none.why()).startsWith("the URL must"));
        }
        assertThat(questions).hasValue(0);
    }

    /** Calls a name that resolves as the test says; fails if the call reaches a listener on this machine. */
    private static EndpointAnswer callWith(Lookup lookup) throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebhookHttpClient http = new WebhookHttpClient(
                        new UrlPolicy(false, Set.of(inside.getLocalPort())), names(lookup), TIMEOUT)) {
            EndpointAnswer answer = http.postBody(
                    URI.create("https://hooks.example.com:" + inside.getLocalPort() + "/"), Map.of(), "{}");
            inside.setSoTimeout(1);
            try {
                inside.accept();
                throw new AssertionError("a connection reached the listener on this machine");
            } catch (SocketTimeoutException noConnection) {
                return answer;
            }
        }
    }

    private static EndpointAnswer notPublic() {
        return new EndpointAnswer.None("the host resolves to an address that is not public");
    }

    @FunctionalInterface
    interface Lookup {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    static DnsResolver names(Lookup lookup) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] addresses = lookup.resolve(host);
                if (addresses.length == 0) {
                    throw new UnknownHostException(host);
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    static InetAddress[] addresses(String... literals) {
        return Arrays.stream(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
