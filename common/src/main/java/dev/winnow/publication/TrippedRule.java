package dev.winnow.publication;

import java.time.Instant;

/**
 * A rule that a worker's fuse put into shadow.
 *
 * @param rule the name of the rule
 * @param publication the key of the publication in which the rule was active; a later publication has states of its own
 * @param reason the end of a sentence that begins with the rule
 * @param at the time, by the worker's clock, in milliseconds
 */
public record TrippedRule(String rule, String publication, String reason, Instant at) {}
