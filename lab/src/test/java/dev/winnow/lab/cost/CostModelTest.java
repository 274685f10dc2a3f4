package dev.winnow.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostModelTest {
    private final CostModel model = new CostModel(Prices.readTable(), 5000);

    /** Expects 25,000 write units for a million verdicts: 40 verdicts are 1 KB. */
    @Test
    void writesFortyVerdictsForOneUnit() {
        assertThat(usd("phones", "DynamoDB writes")).isCloseTo(25_000 / 1e6 * 0.625, within(1e-6));
    }

    /** Expects 5,000 sends, as many receives (64 KB each) and 500 deletes for envelopes of 200 messages of 280 bytes. */
    @Test
    void paysForEnvelopesAndNotForMessages() {
        assertThat(usd("gateways", "SQS")).isCloseTo((5000 / 1.17 + 5000 + 500) / 1e6 * 0.5, within(2e-4));
    }

    @Test
    void paysForEachNewConnection() {
        assertThat(usd("phones", "load balancer")).isCloseTo(2e6 / 25 / 3600 * 0.008, within(1e-6));
    }

    @Test
    void costsGatewaysLessThanAppsAndAppsLessThanPhones() {
        assertThat(together("gateways")).isLessThan(together("apps") / 2);
        assertThat(together("apps")).isLessThan(together("phones"));
    }

    @Test
    void namesEveryPriceItUses() {
        assertThat(CostModel.sumLines(model.monthlyFloor())).isBetween(80.0, 140.0);
        assertThat(Prices.readTable().listPrices())
                .allSatisfy(price -> assertThat(price.date()).matches("20\\d\\d-\\d\\d"));
    }

    private double usd(String profile, String line) {
        return model.costOfMillion(profile(profile)).stream()
                .filter(cost -> cost.service().equals(line))
                .findFirst()
                .orElseThrow()
                .usd();
    }

    private double together(String profile) {
        return CostModel.sumLines(model.costOfMillion(profile(profile)));
    }

    private static Profile profile(String name) {
        return Profile.listProfiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
