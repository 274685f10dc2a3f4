package dev.winnow.worker.scan.spelling;

/** A text by code points. */
public interface TextUnits {
    int size();

    /** The code point at an index from 0 to the size, exclusive. */
    int codePointAt(int index);

    /** The code point at that index, or -1 outside the text. */
    default int peekAt(int index) {
        return index >= 0 && index < size() ? codePointAt(index) : -1;
    }

    /** A text of ASCII characters. The array is not copied. */
    static TextUnits ofAscii(byte[] ascii) {
        return new TextUnits() {
            @Override
            public int size() {
                return ascii.length;
            }

            @Override
            public int codePointAt(int index) {
                return ascii[index];
            }
        };
    }
}
