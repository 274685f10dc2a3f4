package dev.winnow.worker.rules;

import dev.winnow.yara.ActiveRules;

/** Keeps some rules live. */
public interface RuleFeed extends AutoCloseable {
    /** The live rules, owned by this feed. */
    ActiveRules rules();

    @Override
    void close();
}
