package dev.winnow.message;

import java.util.UUID;

/**
 * A closed and encoded envelope, ready for the queue. Immutable; any thread.
 *
 * @param id the envelope's UUIDv7
 * @param fairnessGroup the SQS MessageGroupId
 * @param priority the lane of every message in it
 * @param slots the number of messages, 1 to {@link Envelope#MAX_SLOTS}
 * @param body the encoded envelope, at most {@link Envelope#MAX_BYTES} bytes of UTF-8
 */
public record SealedEnvelope(UUID id, String fairnessGroup, Priority priority, int slots, String body) {}
