package dev.winnow.ingest.tomcat;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the bytes of one body up to its cap. Takes memory as bytes arrive, never as they are announced. One thread. */
final class GrowingBody {
    private final BodyCap cap;
    private final int most;
    private final BodyMemory memory;
    private final DecodedLength decoded = new DecodedLength();
    private byte[] bytes;
    private int filled;

    /**
     * An empty body.
     *
     * @param first the room for the first bytes, at most {@link BodyBudget#FREE_BYTES}
     * @param most the most bytes that the body can have on the wire
     */
    GrowingBody(int first, int most, BodyCap cap, BodyMemory memory) {
        this.bytes = new byte[first];
        this.most = most;
        this.cap = cap;
        this.memory = memory;
    }

    /**
     * Takes more bytes, as many as fit.
     *
     * @return false if the body has reached its cap and the rest is cut off
     * @throws BodyReader.TooLargeException if the body is larger than its cap and may not be cut
     * @throws BodyReader.NoRoomException if there is no memory for it now
     */
    boolean append(ByteBuffer chunk) throws BodyReader.TooLargeException, BodyReader.NoRoomException {
        int more = Math.min(chunk.remaining(), most - filled);
        growTo(filled + more);
        chunk.get(bytes, filled, more);
        filled += more;
        if (!chunk.hasRemaining() && (filled <= cap.bytes() || decoded.upTo(bytes, filled) <= cap.bytes())) {
            return true;
        }
        if (!cap.cuts()) {
            throw new BodyReader.TooLargeException();
        }
        return false;
    }

    /** The number of bytes so far. */
    int length() {
        return filled;
    }

    /** The bytes so far. */
    byte[] toBytes() {
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }

    private void growTo(int length) throws BodyReader.NoRoomException {
        if (length <= bytes.length) {
            return;
        }
        int room = Math.max(length, Math.min(2 * bytes.length, most));
        if (room > BodyBudget.FREE_BYTES) {
            memory.take(room - Math.max(bytes.length, BodyBudget.FREE_BYTES));
        }
        bytes = Arrays.copyOf(bytes, room);
    }
}
