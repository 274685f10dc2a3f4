package dev.winnow.ingest.web;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 with little memory for each connection: thousands wait for verdicts at a time, each with its buffers, and Tomcat's own sizes
 * (8 KiB of bytes and as many characters for each answer) would be most of the heap. Requests and answers of this API are far smaller;
 * larger ones take a few more copies.
 */
public class SmallBufferProtocol extends Http11NioProtocol {
    private static final int BUFFER_BYTES = 2_048;

    @SuppressWarnings("this-escape") // The container's own getters, which the subclass does not override.
    public SmallBufferProtocol() {
        getEndpoint().getSocketProperties().setAppReadBufSize(BUFFER_BYTES);
        getEndpoint().getSocketProperties().setAppWriteBufSize(BUFFER_BYTES);
    }

    /** The size of a response's buffer. */
    @Override
    public int getDesiredBufferSize() {
        return BUFFER_BYTES;
    }
}
