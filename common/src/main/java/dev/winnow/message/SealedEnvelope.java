package dev.winnow.message;

import java.util.UUID;

/**
 * An envelope as the queue carries it. Immutable; any thread.
 *
 * @param id the envelope's UUIDv7
 * @param fairnessGroup the SQS MessageGroupId
 * @param priority the lane of every message in it
 * @param slots how many messages it holds, 1 to {@link Envelope#MAX_SLOTS}
 * @param body the encoded envelope, at most {@link Envelope#MAX_BYTES} bytes of UTF-8
 */
public record SealedEnvelope(UUID id, String fairnessGroup, Priority priority, int slots, String body) {}
