package dev.winnow.yara;

import java.util.List;
import java.util.Map;

/**
 * A compiled rule.
 *
 * @param index its place in its {@link RuleSet}, from 0
 * @param meta by name, in the order of the source; of a name that stands twice, the first
 * @param isPrivate never reported as a match; other rules may refer to it
 * @param isGlobal when it does not match, no rule of its namespace does
 */
public record Rule(
        int index,
        String name,
        String namespace,
        List<String> tags,
        Map<String, MetaValue> meta,
        boolean isPrivate,
        boolean isGlobal) {

    public Rule {
        tags = List.copyOf(tags);
    }

    /** The same rule at another place. */
    Rule withIndex(int other) {
        return new Rule(other, name, namespace, tags, meta, isPrivate, isGlobal);
    }

    @Override
    public String toString() {
        return namespace + ":" + name;
    }
}
