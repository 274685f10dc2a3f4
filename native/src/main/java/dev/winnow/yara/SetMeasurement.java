package dev.winnow.yara;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much all rules of a set cost together.
 *
 * @param costs at each length
 * @param death how the child ended; null if it measured to its end
 */
record SetMeasurement(List<Cost> costs, @Nullable String death) {

    /** The cost on the worst text of that length, as a multiple of the reference rule. */
    record Cost(int length, double ratio) {}

    double highestRatio() {
        return costs.stream().mapToDouble(Cost::ratio).max().orElse(Double.POSITIVE_INFINITY);
    }

    static SetMeasurement of(AdmissionTool.Lines output) {
        List<Cost> costs = output.lines().stream()
                .map(line -> line.split("\t", -1))
                .filter(field -> field[0].equals("set"))
                .map(field -> new Cost(Integer.parseInt(field[1]), Double.parseDouble(field[2])))
                .toList();
        return new SetMeasurement(costs, output.death());
    }
}
