package dev.winnow.worker.scan;

import dev.winnow.verdict.Category;
import dev.winnow.yara.Facts;
import dev.winnow.yara.MetaValue;
import dev.winnow.yara.Rule;
import dev.winnow.yara.Variable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a rule's {@code meta} that the policy needs. A rule without a {@code weight} decides nothing by itself.
 *
 * @param name the rule's identifier
 * @param title its meaning to a reader; the name if the rule has none
 * @param category the category of a message that it matches; {@link Category#CLEAN} when it does not say
 * @param weight the points it adds to the score, without those of {@code points}
 * @param shields {@code protects = true}: the message must not be hidden
 * @param unmasks {@code unmasks = true}: a message that it matches is fraud in any form
 * @param points {@code points = "variable"}: the variable whose value it adds to the score; null when there is none
 * @param bundled whether it is a rule of the bundled pack: points that are below 0 take from these only
 */
public record RuleFact(
        String name,
        String title,
        Category category,
        int weight,
        boolean shields,
        boolean unmasks,
        @Nullable Variable points,
        boolean bundled) {
    private static final int MAX_WEIGHT = 1_000;

    /** The namespace of the bundled pack. */
    private static final String BUNDLED = "winnow";

    private static final String POINTS = "points";

    /** Reads a compiled rule's meta; values of a wrong type count as absent. */
    public static RuleFact ofRule(Rule rule) {
        return new RuleFact(
                rule.name(),
                textMeta(rule, "title", rule.name()),
                parseCategory(textMeta(rule, "category", "")),
                weightMeta(rule),
                flagMeta(rule, "protects"),
                flagMeta(rule, "unmasks"),
                pointsMeta(rule),
                isBundled(rule));
    }

    /** Whether a rule is of the bundled pack. */
    public static boolean isBundled(Rule rule) {
        return rule.namespace().equals(BUNDLED);
    }

    /** Whether a rule takes its points from a variable. */
    public static boolean takesPoints(Rule rule) {
        return rule.meta().containsKey(POINTS);
    }

    /** Whether the rule can change a verdict. */
    boolean decides() {
        return weight != 0 || shields || points != null;
    }

    /** The fact with the weight that it has for a message of which these facts are known. */
    RuleFact weighFor(Facts facts) {
        if (points == null) {
            return this;
        }
        int own = Math.clamp((Long) facts.valueOf(points), -MAX_WEIGHT, MAX_WEIGHT);
        return withWeight(weight + own);
    }

    RuleFact withWeight(int known) {
        return new RuleFact(name, title, category, known, shields, unmasks, points, bundled);
    }

    /** Whether the rule makes junk more likely. */
    public boolean speaksForJunk() {
        return category == Category.JUNK && weight > 0;
    }

    private static String textMeta(Rule rule, String key, String otherwise) {
        return rule.meta().get(key) instanceof MetaValue.Text(String value) ? value : otherwise;
    }

    private static int weightMeta(Rule rule) {
        return rule.meta().get("weight") instanceof MetaValue.Int(long value)
                ? Math.clamp(value, -MAX_WEIGHT, MAX_WEIGHT)
                : 0;
    }

    private static @Nullable Variable pointsMeta(Rule rule) {
        return rule.meta().get(POINTS) instanceof MetaValue.Text(String name)
                ? Variable.find(name)
                        .filter(variable -> variable.type() == Variable.Type.INTEGER)
                        .orElse(null)
                : null;
    }

    private static boolean flagMeta(Rule rule, String key) {
        return rule.meta().get(key) instanceof MetaValue.Flag(boolean value) && value;
    }

    private static Category parseCategory(String token) {
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "junk" -> Category.JUNK;
            case "promotion" -> Category.PROMOTION;
            case "transaction" -> Category.TRANSACTION;
            default -> Category.CLEAN;
        };
    }
}
