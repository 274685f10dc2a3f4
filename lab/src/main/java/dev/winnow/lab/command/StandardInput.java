package dev.winnow.lab.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Standard input, which every command reads in the place of a text or a file that is named {@code -}. Stateless. */
public final class StandardInput {
    /** The name that stands for it. */
    public static final String NAME = "-";

    private StandardInput() {}

    /**
     * Reads it to its end.
     *
     * @throws IllegalArgumentException if it is not UTF-8
     */
    public static String readText() throws IOException {
        byte[] bytes = System.in.readAllBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("standard input is not UTF-8; convert it, for example with iconv", e);
        }
    }
}
