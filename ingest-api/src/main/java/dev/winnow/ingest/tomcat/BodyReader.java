package dev.winnow.ingest.tomcat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.Request;

/**
 * Reads one body from the container's parser, without the stream of the servlet API: that answers a slow or broken body by itself, in words
 * that fit neither. Takes memory as bytes arrive, never as they are announced. One thread.
 */
public final class BodyReader {
    private static final int FIRST_CHUNK = 1_024;

    private final Request request;
    private final BodyMemory memory;

    public BodyReader(Request request, BodyMemory memory) {
        this.request = request;
        this.memory = memory;
    }

    /** The body has more bytes than it may. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The bodies of all requests together have more bytes than they may. */
    public static final class NoRoomException extends IOException {
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
    public byte[] read(BodyCap cap, Duration time) throws IOException {
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
        int most = (int) Math.min(announced < 0 ? Long.MAX_VALUE : announced, cap.mostBytes());
        try {
            return read(new GrowingBody(first, most, cap, memory), announced, System.nanoTime() + time.toNanos());
        } finally {
            BoundedProcessor.of(request).limitRead(Duration.ZERO);
        }
    }

    private byte[] read(GrowingBody body, long announced, long end) throws IOException {
        RequestBytes chunk = new RequestBytes();
        while (body.length() != announced && readChunk(chunk, end)) {
            if (!body.append(chunk.getByteBuffer())) {
                return body.toBytes();
            }
        }
        if (announced > body.length()) {
            throw new EOFException("body ended early");
        }
        return body.toBytes();
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
}
