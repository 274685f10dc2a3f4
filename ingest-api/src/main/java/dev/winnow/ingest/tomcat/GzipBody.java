package dev.winnow.ingest.tomcat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies that are compressed with gzip. */
public final class GzipBody {
    /** The bytes by which a gzip stream may be longer than its content: its frame, and a few for each block that cannot be compressed. */
    private static final int OVERHEAD = 1_024;

    private static final int CHUNK = 2_048;

    private GzipBody() {}

    /** The cap of the packed bytes of a body with this cap. */
    public static BodyCap packedCap(BodyCap cap) {
        return new BodyCap(cap.bytes() + OVERHEAD, cap.cuts());
    }

    /**
     * Unpacks a body, or its beginning if it is too long and may be cut.
     *
     * @param packed read under {@link #packedCap}
     * @param cap the cap of the content; little more than that is unpacked
     * @throws BodyReader.TooLargeException if the content is larger and may not be cut
     * @throws BodyReader.NoRoomException if there is no memory for it now
     * @throws IOException if it is no gzip stream, or a part of one that was not cut here
     */
    public static byte[] unpack(byte[] packed, BodyCap cap, BodyMemory memory) throws IOException {
        GrowingBody content = new GrowingBody(Math.min(cap.bytes(), CHUNK), cap.mostBytes(), cap, memory);
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int length = in.read(chunk);
            while (length >= 0 && content.append(ByteBuffer.wrap(chunk, 0, length))) {
                length = in.read(chunk);
            }
        } catch (EOFException e) {
            boolean isCutHere = packed.length > packedCap(cap).bytes();
            if (!isCutHere) {
                throw e;
            }
        }
        return content.toBytes();
    }
}
