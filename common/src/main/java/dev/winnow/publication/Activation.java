package dev.winnow.publication;

import java.time.Instant;

/**
 * One change of the live version.
 *
 * @param version the version that the change made live
 * @param at the time of the change; the epoch if it is not known
 * @param by the name of the caller, such as an IAM ARN; empty if it is not known
 * @param isPublished true if the change published the version; false if it made an earlier version live again
 */
public record Activation(Version version, Instant at, String by, boolean isPublished) {}
