package dev.winnow.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/** The outcome of reading a text file that people write by hand. Immutable; any thread. */
public sealed interface TextFile {
    /**
     * A file that could be read.
     *
     * @param text its characters, without a byte order mark
     */
    record Text(String text) implements TextFile {}

    /**
     * A file that is there and cannot be used.
     *
     * @param line from 1; 0 if the fault is in no line
     * @param reason the end of a sentence that begins with the file's name; it names the next step
     */
    record Unusable(int line, String reason) implements TextFile {}

    /** No file of that name; it may have been deleted a moment ago. */
    record Missing() implements TextFile {}

    /**
     * Reads UTF-8, with or without a byte order mark. Waits for nothing but the disk: a pipe or a device is not opened.
     *
     * @param maxLength the longest text to accept, in characters
     */
    static TextFile read(Path file, int maxLength) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new Unusable(0, "is a folder, not a file; rename it");
            }
            if (!attributes.isRegularFile()) {
                return new Unusable(0, "is a pipe, a socket or a device, not a regular file; remove it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return decode(in.readNBytes(4 * maxLength + 4), maxLength);
            }
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(file)
                    ? new Unusable(0, "is a link to a file that does not exist; remove the link or mend its target")
                    : new Missing();
        } catch (AccessDeniedException e) {
            return new Unusable(0, "cannot be read: permission denied; give the user of this program read permission");
        } catch (FileSystemException e) {
            String cause = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            return new Unusable(0, "cannot be read: " + cause + "; put a regular file in its place");
        } catch (IOException e) {
            return new Unusable(0, "cannot be read: " + e + "; check the disk");
        }
    }

    /**
     * Reads a file that must be usable.
     *
     * @throws IllegalArgumentException with a sentence, if it is not
     */
    static String require(Path file, int maxLength) {
        return switch (read(file, maxLength)) {
            case Text(String text) -> text;
            case Unusable(int line, String reason) ->
                throw new IllegalArgumentException(line == 0 ? file + " " + reason : file + ":" + line + " " + reason);
            case Missing() -> throw new IllegalArgumentException("there is no file " + file + "; check the path");
        };
    }

    private static TextFile decode(byte[] bytes, int maxLength) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new Unusable(1, "is UTF-16; save it as UTF-8");
        }
        if (startsWith(bytes, 0x00, 0x05, 0x16, 0x07)) {
            return new Unusable(1, "is a macOS companion file with attributes, not text; delete it");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return new Unusable(lineAt(bytes, i), "holds a NUL byte, so it is UTF-16 or no text; save it as UTF-8");
            }
        }
        if (bytes.length > 4 * maxLength) {
            return new Unusable(0, tooLong(maxLength));
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = lineAt(bytes, in.position());
            return new Unusable(
                    line,
                    "holds the byte 0x%02X, which is not UTF-8 (Latin-1 or Windows-1252?); save it as UTF-8"
                            .formatted(bytes[in.position()]));
        }
        return out.position() > maxLength
                ? new Unusable(0, tooLong(maxLength))
                : new Text(out.flip().toString());
    }

    private static String tooLong(int maxLength) {
        return String.format(Locale.ROOT, "has more than %,d characters; split it into smaller files", maxLength);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineAt(byte[] bytes, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
