package dev.winnow.yara;

import java.util.List;
import java.util.Optional;

/** The external variables that conditions ask for, with values on which they may hold. Immutable; any thread. */
final class AskedVariables {

    /** How far a literal may stand from the variable that is compared with it, in tokens. */
    private static final int REACH = 3;

    private final Externals base;
    private final List<List<SourceTokens.Token>> conditions;

    /**
     * Reads conditions, the one that matters most last.
     *
     * @param base the values of variables that no condition asks for
     */
    AskedVariables(Externals base, List<List<SourceTokens.Token>> conditions) {
        this.base = base;
        this.conditions = List.copyOf(conditions);
    }

    /** Each variable with the value that the comparison beside it asks for; a truth value is true unless {@code not} stands before it. */
    Externals fulfilAll() {
        Externals values = base;
        for (List<SourceTokens.Token> condition : conditions) {
            for (int i = 0; i < condition.size(); i++) {
                Optional<Variable> asked = findVariable(condition.get(i));
                if (asked.isPresent()) {
                    values = fulfil(values, asked.get(), condition, i);
                }
            }
        }
        return values;
    }

    /** All numbers and truth values that are asked for at 1, whatever is asked of them; texts as they are fulfilled. */
    Externals setAll() {
        Externals values = fulfilAll();
        for (List<SourceTokens.Token> condition : conditions) {
            for (SourceTokens.Token token : condition) {
                Optional<Variable> asked =
                        findVariable(token).filter(variable -> variable.type() != Variable.Type.TEXT);
                if (asked.isPresent()) {
                    values = values.withValue(
                            asked.get(), asked.get().type() == Variable.Type.BOOLEAN ? (Object) true : 1L);
                }
            }
        }
        return values;
    }

    /** The text variable that a pattern of a condition is compared with; the sender if none stands near. */
    static Variable findComparedVariable(List<SourceTokens.Token> condition, int pattern) {
        for (int i = pattern - 1; i >= Math.max(0, pattern - REACH); i--) {
            Optional<Variable> text = findVariable(condition.get(i)).filter(v -> v.type() == Variable.Type.TEXT);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return Variable.SENDER;
    }

    private static Externals fulfil(Externals values, Variable variable, List<SourceTokens.Token> condition, int at) {
        return switch (variable.type()) {
            case TEXT -> takeLiteral(values, variable, condition, at);
            case INTEGER -> values.withValue(variable, findNumber(condition, at));
            case BOOLEAN -> values.withValue(variable, !isNegated(condition, at));
        };
    }

    private static Externals takeLiteral(
            Externals values, Variable variable, List<SourceTokens.Token> condition, int at) {
        Externals asked = values;
        for (int i = Math.max(0, at - REACH); i < Math.min(condition.size(), at + REACH + 1); i++) {
            if (RuleStrings.isPattern(condition.get(i))) {
                asked = asked.withValue(
                        variable, RuleStrings.shape(condition.get(i)).sample());
            }
        }
        return asked;
    }

    /** For {@code link_count > 3} a 4; also where the number stands first, and 1 where there is none. */
    private static long findNumber(List<SourceTokens.Token> condition, int at) {
        StringBuilder sign = new StringBuilder();
        int right = at + 1;
        while (right < condition.size() && "<>=!".contains(condition.get(right).text())) {
            sign.append(condition.get(right++).text());
        }
        if (!sign.isEmpty() && right < condition.size() && isNumber(condition.get(right))) {
            return moveNumber(
                    sign.toString(), Long.parseLong(condition.get(right).text()));
        }
        int left = at - 1;
        StringBuilder mirrored = new StringBuilder();
        while (left >= 0 && "<>=!".contains(condition.get(left).text())) {
            mirrored.insert(0, condition.get(left--).text());
        }
        if (!mirrored.isEmpty() && left >= 0 && isNumber(condition.get(left))) {
            String turned =
                    mirrored.toString().replace('<', '\0').replace('>', '<').replace('\0', '>');
            return moveNumber(turned, Long.parseLong(condition.get(left).text()));
        }
        return 1;
    }

    private static long moveNumber(String sign, long number) {
        return switch (sign) {
            case ">", "!=" -> number + 1;
            case "<" -> number - 1;
            default -> number;
        };
    }

    private static boolean isNegated(List<SourceTokens.Token> condition, int at) {
        boolean before = at > 0 && condition.get(at - 1).isWord("not");
        boolean compared = false;
        for (int i = at + 1; i < Math.min(condition.size(), at + REACH + 1); i++) {
            compared |= condition.get(i).isWord("false") || condition.get(i).isWord("0");
            if (condition.get(i).isWord("and") || condition.get(i).isWord("or")) {
                break;
            }
        }
        return before || compared;
    }

    private static boolean isNumber(SourceTokens.Token token) {
        return token.kind() == SourceTokens.Kind.WORD && token.text().matches("[0-9]{1,9}");
    }

    private static Optional<Variable> findVariable(SourceTokens.Token token) {
        return token.kind() == SourceTokens.Kind.WORD ? Variable.find(token.text()) : Optional.empty();
    }
}
