package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBundleTest {
    private static final RuleBundle.Manifest MANIFEST = new RuleBundle.Manifest("day", "day-1", "4", 1, List.of());

    @Test
    void carriesRulesAndStatesAndTheListsForLinks() {
        RuleBundle bundle = new RuleBundle(
                MANIFEST,
                List.of(new RuleSource("own.yar", "rule own { condition: true }")),
                RuleStates.parseFile("own\tshadow\n"),
                Map.of("known-hosts.txt", "shop.example.org\n", "brands.tsv", "A\tZZ\ta b\texample.org\n"),
                new TreeMap<>(Map.of("bad_domains", "evil.top\n")));
        assertThat(RuleBundle.parseZip(bundle.toBytes())).isEqualTo(bundle);
    }

    @Test
    void namesRulesAndStatesByTheVersion() {
        List<RuleSource> sources = List.of(new RuleSource("own.yar", "rule own { condition: true }"));
        RuleBundle active = RuleBundle.assemble("day", sources, RuleStates.NONE, Map.of(), new TreeMap<>(), List.of());
        RuleBundle shadow = active.withStates(RuleStates.parseFile("own\tshadow\n"));

        assertThat(shadow.manifest().version())
                .startsWith("day-")
                .isNotEqualTo(active.manifest().version());
        assertThat(shadow.withStates(RuleStates.NONE).manifest()).isEqualTo(active.manifest());
        assertThat(shadow.sources()).isEqualTo(sources);
    }

    @Test
    void namesTheListsForLinksByTheVersion() {
        List<RuleSource> sources = List.of(new RuleSource("own.yar", "rule own { condition: true }"));

        assertThat(Stream.of(
                                Map.<String, String>of(),
                                Map.of("known-hosts.txt", "shop.example.org\n"),
                                Map.of("known-hosts.txt", "shop.example.com\n"),
                                Map.of("free-hosts.txt", "shop.example.com\n"))
                        .map(lists -> RuleBundle.assemble(
                                        "day", sources, RuleStates.NONE, lists, new TreeMap<>(), List.of())
                                .manifest()
                                .version()))
                .as("a version names one content")
                .doesNotHaveDuplicates();
    }

    @Test
    void readsABundleWithoutLists() {
        RuleBundle bundle =
                new RuleBundle(MANIFEST, List.of(new RuleSource("own.yar", "rule own { condition: true }")));
        assertThat(RuleBundle.parseZip(bundle.toBytes()).lists()).isEmpty();
    }
}
