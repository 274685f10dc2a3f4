package dev.winnow.publication;

/**
 * The value of a parameter that names the live version of a document. As text it is {@code key@sha256}, or {@value #UNPUBLISHED} before the
 * first publication. Immutable; any thread.
 */
public sealed interface Pointer {
    /** The text of a pointer before the first publication: Parameter Store keeps no empty values. */
    String UNPUBLISHED = "unset";

    /** A version is live. */
    record Published(Version version) implements Pointer {
        @Override
        public String toString() {
            return version.toString();
        }
    }

    /** The state before the first publication: the programs of a new fleet wait. */
    record Unpublished() implements Pointer {
        @Override
        public String toString() {
            return UNPUBLISHED;
        }
    }

    /**
     * Reads a pointer.
     *
     * @throws IllegalArgumentException if the text is neither {@code key@sha256} nor {@value #UNPUBLISHED}
     */
    static Pointer parse(String text) {
        return text.strip().equals(UNPUBLISHED) ? new Unpublished() : new Published(Version.parsePointer(text));
    }
}
