package dev.winnow.worker.rules;

import dev.winnow.yara.MetaValue;
import dev.winnow.yara.Rule;
import dev.winnow.yara.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that the meta values which the policy reads have the type and the range that it understands. */
public final class RuleMeta {
    /** The most points that a rule adds or takes. */
    public static final int MAX_WEIGHT = 1_000;

    private static final Set<String> TEXTS = Set.of("title", "why");
    private static final Set<String> FLAGS = Set.of("protects", "unmasks", "slow");
    private static final Set<String> CATEGORIES = Set.of("junk", "promotion", "transaction", "clean");

    private RuleMeta() {}

    /** Wrong values of a rule's meta, each as the end of a sentence; a private rule decides nothing and has none. */
    public static List<String> findWrongValues(Rule rule) {
        List<String> wrong = new ArrayList<>();
        if (!rule.isPrivate()) {
            for (Map.Entry<String, MetaValue> entry : rule.meta().entrySet()) {
                String fault = fault(entry.getKey(), entry.getValue());
                if (fault != null) {
                    wrong.add("its %s is %s; %s".formatted(entry.getKey(), show(entry.getValue()), fault));
                }
            }
        }
        return wrong;
    }

    /** Names that a rule's meta lacks, of title, category and weight in that order; a private rule lacks none. */
    public static List<String> findMissing(Rule rule) {
        return rule.isPrivate()
                ? List.of()
                : List.of("title", "category", "weight").stream()
                        .filter(name -> !rule.meta().containsKey(name))
                        .toList();
    }

    private static @Nullable String fault(String name, MetaValue value) {
        if (TEXTS.contains(name)) {
            return value instanceof MetaValue.Text(String text) && !text.isBlank() ? null : "write a text in quotes";
        }
        if (FLAGS.contains(name)) {
            return value instanceof MetaValue.Flag ? null : "write true or false, without quotes";
        }
        return switch (name) {
            case "category" ->
                value instanceof MetaValue.Text(String text) && CATEGORIES.contains(text.toLowerCase(Locale.ROOT))
                        ? null
                        : "write \"junk\", \"promotion\", \"transaction\" or \"clean\"";
            case "weight" ->
                value instanceof MetaValue.Int(long weight) && weight >= -MAX_WEIGHT && weight <= MAX_WEIGHT
                        ? null
                        : "write a whole number from -1000 to 1000, without quotes";
            case "points" ->
                value instanceof MetaValue.Text(String variable) && isNumber(variable)
                        ? null
                        : "write the name of a variable that is a number, in quotes";
            default -> null;
        };
    }

    private static boolean isNumber(String variable) {
        return Variable.find(variable)
                .filter(known -> known.type() == Variable.Type.INTEGER)
                .isPresent();
    }

    private static String show(MetaValue value) {
        return switch (value) {
            case MetaValue.Text(String text) -> "the text \"" + text + "\"";
            case MetaValue.Int(long number) -> "the number " + number;
            case MetaValue.Flag(boolean flag) -> String.valueOf(flag);
        };
    }
}
