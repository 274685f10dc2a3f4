package dev.winnow.ingest.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
        "2001:db8:1:2::1, [2001:db8:1:2::7]:4711",
        "fe80::1, fe80::2%eth0",
        "203.0.113.9, 203.0.113.9:4711",
        "203.0.113.9, ::ffff:203.0.113.9",
    })
    void givesOneNameToOneNetwork(String one, String other) {
        assertThat(AddressNetwork.of(one)).isEqualTo(AddressNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "203.0.113.9, 203.0.113.10", "unknown, _hidden"})
    void tellsNetworksApart(String one, String other) {
        assertThat(AddressNetwork.of(one)).isNotEqualTo(AddressNetwork.of(other));
    }
}
