package dev.winnow.yara;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings of measuring; winnow_admit.c describes the lines.
 *
 * @param lines of each rule that was measured to its end, by index, without the rule's number
 * @param deaths how the child ended on a rule, by index
 */
record Measurement(Map<Integer, List<String>> lines, Map<Integer, String> deaths) {

    Measurement {
        lines = Map.copyOf(lines);
        deaths = Map.copyOf(deaths);
    }

    /** A rule that a text exhausts. */
    record Exhausted(int rule, int length, EngineError error, String text) {}

    /** A rule's cost on the worst text of about that length. */
    record Figure(int rule, int length, double ratio, String text) {}

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (String[] field : fieldsOf("rule")) {
            figures.add(new Figure(
                    Integer.parseInt(field[1]), Integer.parseInt(field[2]), Double.parseDouble(field[3]), field[4]));
        }
        return figures;
    }

    List<RuleCost> costsOf(List<Rule> rules) {
        return figures().stream()
                .map(figure -> new RuleCost(rules.get(figure.rule()), figure.length(), figure.ratio(), figure.text()))
                .toList();
    }

    List<Exhausted> findExhausted() {
        return fieldsOf("exhausted").stream()
                .map(field -> new Exhausted(
                        Integer.parseInt(field[1]),
                        Integer.parseInt(field[2]),
                        EngineError.of(Integer.parseInt(field[3])),
                        field[4]))
                .toList();
    }

    /** The text that a rule costs most on. */
    String worstText(int rule) {
        return figures().stream()
                .filter(figure -> figure.rule() == rule)
                .max(Comparator.comparingDouble(Figure::ratio))
                .map(Figure::text)
                .orElse("");
    }

    /** Lines of that kind, with the rule's number after the kind. */
    private List<String[]> fieldsOf(String kind) {
        List<String[]> all = new ArrayList<>();
        new TreeMap<>(lines).forEach((rule, its) -> {
            for (String line : its) {
                if (line.startsWith(kind + "\t")) {
                    all.add((kind + "\t" + rule + line.substring(kind.length())).split("\t", -1));
                }
            }
        });
        return all;
    }
}
