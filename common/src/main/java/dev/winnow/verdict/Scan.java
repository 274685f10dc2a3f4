package dev.winnow.verdict;

import java.time.Instant;

/**
 * What judged and when.
 *
 * @param ruleset the version of the rule set: label and content hash
 * @param engine the engine's name and version, for example {@code yara 4.5.8}
 * @param at when the scan ended, by the worker's clock, in milliseconds
 */
public record Scan(String ruleset, String engine, Instant at) {}
