package dev.winnow.verdict;

import java.time.Instant;

/**
 * The scan behind a verdict.
 *
 * @param ruleset the version of the rule set: label and content hash
 * @param engine the engine's name and version, for example {@code yara 4.5.8}
 * @param at the end of the scan, by the worker's clock, in milliseconds
 */
public record Scan(String ruleset, String engine, Instant at) {}
