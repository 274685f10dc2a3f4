package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The output of a measuring run; its lines stand in winnow_admit.c.
 *
 * @param death how the child died; null if it did not
 */
record Measurement(List<String> lines, @Nullable String death) {

    /** A rule that a text exhausts. */
    record Exhausted(int rule, int length, EngineError error, String text) {}

    /** The set's cost at a length. */
    record SetCost(int length, double ratio) {}

    List<RuleCost> costs(List<Rule> rules) {
        List<RuleCost> costs = new ArrayList<>();
        for (String[] field : fields("rule")) {
            Rule rule = rules.get(Integer.parseInt(field[1]));
            costs.add(new RuleCost(rule, Integer.parseInt(field[2]), Double.parseDouble(field[3]), field[4]));
        }
        return costs;
    }

    List<Exhausted> exhausted() {
        return fields("exhausted").stream()
                .map(field -> new Exhausted(
                        Integer.parseInt(field[1]),
                        Integer.parseInt(field[2]),
                        EngineError.of(Integer.parseInt(field[3])),
                        field[4]))
                .toList();
    }

    List<SetCost> setCosts() {
        return fields("set").stream()
                .map(field -> new SetCost(Integer.parseInt(field[1]), Double.parseDouble(field[2])))
                .toList();
    }

    /** The rule that was measured last, which is the one the child died of. */
    Optional<Integer> lastBegun() {
        return fields("begin").stream().map(field -> Integer.valueOf(field[1])).reduce((first, second) -> second);
    }

    private List<String[]> fields(String kind) {
        return lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(field -> field[0].equals(kind))
                .toList();
    }
}
