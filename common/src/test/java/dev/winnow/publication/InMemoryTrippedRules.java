package dev.winnow.publication;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link TrippedRules} in memory that passes the same contract test as the real one. Any thread. */
public final class InMemoryTrippedRules implements TrippedRules {
    private final Map<String, TrippedRule> all = new ConcurrentHashMap<>();

    @Override
    public void saveTripped(TrippedRule rule) {
        all.put(rule.rule(), rule);
    }

    @Override
    public List<TrippedRule> listTripped(String publication) {
        return all.values().stream()
                .filter(rule -> rule.publication().equals(publication))
                .toList();
    }
}
