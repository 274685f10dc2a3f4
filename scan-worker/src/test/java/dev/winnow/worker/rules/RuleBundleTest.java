package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBundleTest {
    private static final RuleBundle.Manifest MANIFEST = new RuleBundle.Manifest("day", "day-1", "4", 1, List.of());

    @Test
    void carriesRulesAndTheListsForLinks() {
        RuleBundle bundle = new RuleBundle(
                MANIFEST,
                List.of(new RuleSource("own.yar", "rule own { condition: true }")),
                Map.of("known-hosts.txt", "shop.example.org\n", "brands.tsv", "A\tZZ\ta b\texample.org\n"));
        assertThat(RuleBundle.parseZip(bundle.toBytes())).isEqualTo(bundle);
    }

    @Test
    void readsABundleWithoutLists() {
        RuleBundle bundle =
                new RuleBundle(MANIFEST, List.of(new RuleSource("own.yar", "rule own { condition: true }")));
        assertThat(RuleBundle.parseZip(bundle.toBytes()).lists()).isEmpty();
    }
}
