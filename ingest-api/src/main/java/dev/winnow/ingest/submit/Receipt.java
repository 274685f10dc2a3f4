package dev.winnow.ingest.submit;

/**
 * The receipt for a submitted message.
 *
 * @param id the message's id
 * @param isReplayed whether an earlier run of the same request submitted the message
 */
public record Receipt(String id, boolean isReplayed) {}
