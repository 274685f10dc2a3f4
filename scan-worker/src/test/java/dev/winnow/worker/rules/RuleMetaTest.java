package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.yara.MetaValue;
import dev.winnow.yara.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMetaTest {
    private static final List<MetaValue> VALUES = List.of(
            new MetaValue.Text("60"), new MetaValue.Text("true"), new MetaValue.Int(1), new MetaValue.Flag(true));

    @ParameterizedTest
    @ValueSource(strings = {"title", "why", "category", "weight", "protects", "unmasks", "slow"})
    void refusesEveryWrongTypeOfEveryKnownName(String name) {
        for (MetaValue value : VALUES) {
            boolean right = switch (name) {
                case "title", "why" -> value instanceof MetaValue.Text;
                case "weight" -> value instanceof MetaValue.Int;
                case "category" -> false;
                default -> value instanceof MetaValue.Flag;
            };
            assertThat(RuleMeta.findWrongValues(rule(Map.of(name, value), false)))
                    .as("%s = %s", name, value)
                    .hasSize(right ? 0 : 1)
                    .allSatisfy(reason -> assertThat(reason).contains("its " + name + " is ", "; write "));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_001, -1_001, 100_000, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesAWeightOutOfRange(long weight) {
        assertThat(wrong("weight", new MetaValue.Int(weight)))
                .singleElement()
                .asString()
                .contains("from -1000 to 1000");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, -15, 0, 60, 1_000})
    void takesAWeightInRange(long weight) {
        assertThat(wrong("weight", new MetaValue.Int(weight))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "Promotion", "transaction", "clean"})
    void takesEveryCategory(String category) {
        assertThat(wrong("category", new MetaValue.Text(category))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam", "", "junk "})
    void refusesOtherCategories(String category) {
        assertThat(wrong("category", new MetaValue.Text(category)))
                .singleElement()
                .asString()
                .contains("\"junk\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesOtherNamesAndPrivateRulesAlone(boolean isPrivate) {
        assertThat(wrong("author", new MetaValue.Int(1))).isEmpty();
        assertThat(RuleMeta.findWrongValues(rule(Map.of("weight", new MetaValue.Text("1")), isPrivate)))
                .hasSize(isPrivate ? 0 : 1);
    }

    private static List<String> wrong(String name, MetaValue value) {
        return RuleMeta.findWrongValues(rule(Map.of(name, value), false));
    }

    private static Rule rule(Map<String, MetaValue> meta, boolean isPrivate) {
        return new Rule(0, "mine", "own", List.of(), meta, isPrivate, false);
    }
}
