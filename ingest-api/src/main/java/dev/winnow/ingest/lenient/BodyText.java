package dev.winnow.ingest.lenient;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters of a body: UTF-8, or the encoding of a byte order mark; U+FFFD stands in for malformed bytes. */
final class BodyText {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private BodyText() {}

    /** Decodes a body and drops the byte order mark, blanks and controls before the first character. */
    static String decode(byte[] body) {
        String text = new String(body, charsetOf(body));
        int start = 0;
        while (start < text.length() && (text.charAt(start) == BYTE_ORDER_MARK || text.charAt(start) <= ' ')) {
            start++;
        }
        return text.substring(start);
    }

    private static Charset charsetOf(byte[] body) {
        if (body.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = ((body[0] & 0xff) << 8) | (body[1] & 0xff);
        return switch (first) {
            case 0xfeff, '{' -> StandardCharsets.UTF_16BE;
            case 0xfffe, '{' << 8 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
