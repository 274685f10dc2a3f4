package dev.winnow.ingest.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A body that came compressed. */
final class GzipBody {
    /** How much larger than its content a gzip stream may be: its frame, and a few bytes for each block that cannot be compressed. */
    static final int OVERHEAD = 1_024;

    private GzipBody() {}

    /**
     * The content.
     *
     * @param cap how many bytes it may have; no more than that are unpacked
     * @throws BodyReader.TooLargeException if it has more
     * @throws IOException if it is no gzip stream, or a part of one
     */
    static byte[] unpack(byte[] packed, int cap) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] content = in.readNBytes(cap);
            if (in.read() >= 0) {
                throw new BodyReader.TooLargeException();
            }
            return content;
        }
    }
}
