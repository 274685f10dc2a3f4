package dev.winnow.publication;

import java.time.Instant;

/**
 * One moment at which a version was made live.
 *
 * @param version the version that was live from then on
 * @param at when; the epoch if that is not known
 * @param by the caller's name, such as an IAM ARN; empty if it is not known
 * @param isPublished whether it was published then; else it was made live again
 */
public record Activation(Version version, Instant at, String by, boolean isPublished) {}
