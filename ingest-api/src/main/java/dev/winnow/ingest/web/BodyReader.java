package dev.winnow.ingest.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.apache.coyote.Request;

/**
 * Reads one body from the container's parser, without the stream of the servlet API: that answers a slow or broken body by itself, in words
 * that fit neither. Takes memory as bytes arrive, never as they are announced. One thread.
 */
final class BodyReader {
    private static final int FIRST_CHUNK = 1_024;

    private final Request request;
    private final BodyBudget budget;
    private long taken;

    BodyReader(Request request, BodyBudget budget) {
        this.request = request;
        this.budget = budget;
    }

    /** The body has more bytes than it may. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The bodies of all requests together have more bytes than they may. */
    static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The whole body, or its beginning if it is too long and may be cut.
     *
     * @param cap the largest body
     * @param time the time within which it must have arrived
     * @throws TooLargeException if it is larger and may not be cut
     * @throws NoRoomException if there is no memory for it now
     * @throws SocketTimeoutException if it did not arrive in time
     * @throws IOException if it ended early or its chunks are malformed
     */
    byte[] read(BodyCap cap, Duration time) throws IOException {
        long announced = request.getContentLengthLong();
        if (cap.excludesLength(announced)) {
            throw new TooLargeException();
        }
        if (announced == 0) {
            return new byte[0];
        }
        int first = announced > 0 && announced <= BodyBudget.FREE_BYTES
                ? (int) announced
                : Math.min(cap.bytes(), FIRST_CHUNK);
        try {
            return read(new byte[first], announced, cap, System.nanoTime() + time.toNanos());
        } finally {
            BoundedProcessor.of(request).limitRead(Duration.ZERO);
        }
    }

    /** Gives back the memory; the body must not be used any more. */
    void release() {
        if (taken > 0) {
            budget.give(taken);
            taken = 0;
        }
    }

    /** Counts so many more bytes against the budget. */
    void take(long bytes) throws NoRoomException {
        if (!budget.tryTake(bytes)) {
            throw new NoRoomException();
        }
        taken += bytes;
    }

    private byte[] read(byte[] empty, long announced, BodyCap cap, long end) throws IOException {
        byte[] body = empty;
        RequestBytes chunk = new RequestBytes();
        DecodedLength decoded = new DecodedLength();
        int most = (int) Math.min(announced < 0 ? Long.MAX_VALUE : announced, cap.mostBytes());
        int filled = 0;
        while (filled != announced && readChunk(chunk, end)) {
            ByteBuffer bytes = chunk.getByteBuffer();
            int more = Math.min(bytes.remaining(), most - filled);
            body = withRoomFor(filled + more, body, most);
            bytes.get(body, filled, more);
            filled += more;
            boolean isTooLarge =
                    bytes.hasRemaining() || (filled > cap.bytes() && decoded.upTo(body, filled) > cap.bytes());
            if (isTooLarge && !cap.cuts()) {
                throw new TooLargeException();
            }
            if (isTooLarge) {
                return Arrays.copyOf(body, filled);
            }
        }
        if (announced > filled) {
            throw new EOFException("body ended early");
        }
        return filled == body.length ? body : Arrays.copyOf(body, filled);
    }

    /** Whether there was one; its end comes with the last read of a chunked body only. */
    private boolean readChunk(RequestBytes chunk, long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the body is late");
        }
        BoundedProcessor.of(request).limitRead(Duration.ofNanos(left));
        return request.doRead(chunk) >= 0;
    }

    private byte[] withRoomFor(int bytes, byte[] body, int most) throws NoRoomException {
        if (bytes <= body.length) {
            return body;
        }
        int room = Math.max(bytes, Math.min(2 * body.length, most));
        if (room > BodyBudget.FREE_BYTES) {
            take(room - Math.max(body.length, BodyBudget.FREE_BYTES));
        }
        return Arrays.copyOf(body, room);
    }
}
