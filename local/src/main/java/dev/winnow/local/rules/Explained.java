package dev.winnow.local.rules;

import dev.winnow.lab.judge.Explanation;

/**
 * An explained verdict and the rules that it is based on.
 *
 * @param rules the rules, for people: the version and where they are live, or their folder
 */
record Explained(String rules, Explanation explanation) {}
