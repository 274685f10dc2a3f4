package dev.winnow.ingest.tomcat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.OutputBuffer;

/**
 * Writes the answers of one connection. The client must take an answer within the connection timeout after its first 2 KiB, or the
 * connection is closed: the container's timeout begins anew with every byte. The time of a shorter answer is not measured. One thread at a time.
 */
final class TimedOutput implements OutputBuffer {
    /** The bytes before the time begins, and the bytes between two looks at the clock. */
    private static final int PART_BYTES = 2_048;

    private final OutputBuffer output;
    private final BoundedProcessor processor;
    private boolean isTimed;
    private long end;

    TimedOutput(OutputBuffer output, BoundedProcessor processor) {
        this.output = output;
        this.processor = processor;
    }

    /**
     * Writes a part of an answer.
     *
     * @throws SocketTimeoutException if the client has not taken the answer in time; the connection is closed
     * @throws IOException if the client is gone
     */
    @Override
    public int doWrite(ByteBuffer chunk) throws IOException {
        long limit = processor.timeoutNanos();
        if (isTimed && getBytesWritten() == 0) {
            isTimed = false;
            processor.limitWrite(limit);
        }
        if (limit <= 0 || getBytesWritten() + chunk.remaining() <= PART_BYTES) {
            return output.doWrite(chunk);
        }
        if (!isTimed) {
            isTimed = true;
            end = System.nanoTime() + limit;
        }
        int length = chunk.remaining();
        int stop = chunk.limit();
        while (chunk.position() < stop) {
            int next = Math.min(stop, chunk.position() + PART_BYTES);
            chunk.limit(next);
            writePart(chunk);
            chunk.limit(stop).position(next);
        }
        return length;
    }

    private void writePart(ByteBuffer part) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            IOException late = new SocketTimeoutException("the client did not take the answer in time");
            processor.action(ActionCode.CLOSE_NOW, late);
            throw late;
        }
        processor.limitWrite(left);
        output.doWrite(part);
    }

    @Override
    public long getBytesWritten() {
        return output.getBytesWritten();
    }
}
