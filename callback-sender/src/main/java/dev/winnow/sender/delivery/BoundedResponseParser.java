package dev.winnow.sender.delivery;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the heads of a receiver's answers on one connection, and bounds their number and size. One thread at a time. */
final class BoundedResponseParser extends DefaultHttpResponseParser {
    /** Limits that real receivers stay below and that cost this sender little memory. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(1_000)
            .setMaxLineLength(16 * 1024)
            .build();

    private static final int MAX_INFORMATIONAL = 8;

    private int informational;

    BoundedResponseParser() {
        super(LIMITS);
    }

    /** Reads one head. The number of informational answers is bounded: an endless row of them would keep a processor busy until the deadline. */
    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input)
            throws IOException, HttpException {
        ClassicHttpResponse head = super.parse(buffer, input);
        if (head == null) {
            return null;
        }
        informational = head.getCode() < HttpStatus.SC_OK ? informational + 1 : 0;
        if (informational > MAX_INFORMATIONAL) {
            throw new MessageConstraintException("more than " + MAX_INFORMATIONAL + " informational answers");
        }
        return head;
    }
}
