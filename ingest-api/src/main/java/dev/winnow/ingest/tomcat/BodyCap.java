package dev.winnow.ingest.tomcat;

/**
 * The largest body of a route. It counts bytes after the escapes of JSON are undone: a client that writes every letter as an escape may send
 * as long a text as others.
 *
 * @param bytes the largest decoded length
 * @param cuts whether the beginning of a longer body is kept, because its sender cannot be told of a cap
 */
public record BodyCap(int bytes, boolean cuts) {
    /** The most bytes that a body within the cap can have on the wire. */
    int mostBytes() {
        return bytes * DecodedLength.LONGEST_ESCAPE;
    }

    /** Whether a body of this announced length, in bytes, is refused unread. */
    boolean excludesLength(long announced) {
        return !cuts && announced > mostBytes();
    }
}
