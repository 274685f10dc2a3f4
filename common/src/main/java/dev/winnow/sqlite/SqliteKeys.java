package dev.winnow.sqlite;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Converts envelope ids to their 16 bytes, which are the key. Ids are UUIDv7, so that new keys sort behind old ones. */
final class SqliteKeys {
    private SqliteKeys() {}

    static byte[] toBytes(UUID envelope) {
        return ByteBuffer.allocate(16)
                .putLong(envelope.getMostSignificantBits())
                .putLong(envelope.getLeastSignificantBits())
                .array();
    }

    static UUID toUuid(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
