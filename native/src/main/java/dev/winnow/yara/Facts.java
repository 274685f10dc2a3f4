package dev.winnow.yara;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values of external variables that were computed from a message. Immutable; any thread. Most messages share {@link #NONE}, which costs a
 * scan nothing.
 */
public final class Facts {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(listUnknown());

    private final Object[] values;

    private Facts(Object[] values) {
        this.values = values;
    }

    /** Collects values; one thread. */
    public static Builder builder() {
        return new Builder(NONE);
    }

    /** Collects values on top of others; one thread. */
    public static Builder builder(Facts base) {
        return new Builder(base);
    }

    /** A {@link String}, {@link Long} or {@link Boolean}, as the variable's type says. */
    public Object valueOf(Variable variable) {
        return values[variable.index()];
    }

    /** These facts with another text. */
    public Facts withText(Variable variable, String value) {
        return withValue(variable, value);
    }

    Facts withValue(Variable variable, Object value) {
        Object[] changed = values.clone();
        changed[variable.index()] = value;
        return new Facts(changed);
    }

    /** The values that differ from {@link Variable#unknown}, by the names that rules use and in the order of the variables. */
    public Map<String, Object> listKnown() {
        Map<String, Object> known = new LinkedHashMap<>();
        for (Variable variable : Variable.ALL) {
            if (!valueOf(variable).equals(variable.unknown())) {
                known.put(variable.token(), valueOf(variable));
            }
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Facts facts && Arrays.equals(values, facts.values));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return listKnown().toString();
    }

    private static Object[] listUnknown() {
        return Variable.ALL.stream().map(Variable::unknown).toArray();
    }

    /** Collects values; what is not set stays unknown. */
    public static final class Builder {
        private final Object[] values;

        private Builder(Facts base) {
            values = base.values.clone();
        }

        public Builder setValue(Variable variable, String value) {
            return putValue(variable, Variable.Type.TEXT, value);
        }

        public Builder setValue(Variable variable, long value) {
            return putValue(variable, Variable.Type.INTEGER, value);
        }

        public Builder setValue(Variable variable, boolean value) {
            return putValue(variable, Variable.Type.BOOLEAN, value);
        }

        /** Makes the facts; the builder is used up. */
        public Facts build() {
            return new Facts(values);
        }

        private Builder putValue(Variable variable, Variable.Type type, Object value) {
            if (variable.type() != type) {
                throw new IllegalArgumentException("the variable %s takes no %s".formatted(variable.token(), type));
            }
            values[variable.index()] = value;
            return this;
        }
    }
}
