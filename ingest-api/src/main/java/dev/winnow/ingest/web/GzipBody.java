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
     * @param cap the largest content; little more than that is unpacked
     * @throws BodyReader.TooLargeException if it is larger and may not be cut
     * @throws IOException if it is no gzip stream, or a part of one
     */
    static byte[] unpack(byte[] packed, BodyCap cap) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return cap.cutToFit(in.readNBytes(cap.mostBytes() + 1));
        }
    }
}
