package dev.winnow.ingest.tomcat;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Where the container leaves the bytes of one read: a view of its own buffer, valid until the next. One thread. */
final class RequestBytes implements ApplicationBufferHandler {
    private ByteBuffer buffer = EMPTY_BUFFER;

    @Override
    public void setByteBuffer(ByteBuffer view) {
        buffer = view;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {
        // The container's buffer is used as it is.
    }
}
