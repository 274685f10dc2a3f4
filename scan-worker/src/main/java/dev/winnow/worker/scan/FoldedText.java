package dev.winnow.worker.scan;

import dev.winnow.message.SmsMessage;
import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.yara.ByteSpan;
import dev.winnow.yara.CodePointRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text without its disguises, in UTF-8, with the way back to the raw text. Immutable after construction; any thread.
 *
 * <p>Order matters: characters are folded first, then look-alike letters are undone, letters that were spread are joined, digits that
 * imitate letters are read, and at last words are respelled.
 */
final class FoldedText {
    /** A text that lost so many separators had its letters spread. */
    private static final int SPREAD_LETTERS = 6;

    private final Glyphs glyphs;
    private final boolean differs;
    private final byte[] utf8;
    private final int[] glyphOfByte;
    private final boolean cut;

    private FoldedText(Glyphs glyphs, boolean differs) {
        this.glyphs = glyphs;
        this.differs = differs;
        byte[] bytes = new byte[Math.min(4 * glyphs.size(), SmsMessage.MAX_TEXT_BYTES)];
        int[] owners = new int[bytes.length];
        int length = 0;
        int i = 0;
        for (; i < glyphs.size(); i++) {
            byte[] encoded = Character.toString(glyphs.codePointAt(i)).getBytes(StandardCharsets.UTF_8);
            if (length + encoded.length > bytes.length) {
                break;
            }
            Arrays.fill(owners, length, length + encoded.length, i);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        }
        this.cut = i < glyphs.size();
        this.utf8 = Arrays.copyOf(bytes, length);
        this.glyphOfByte = Arrays.copyOf(owners, length);
    }

    static FoldedText foldText(String text, Vocabulary vocabulary) {
        int[] raw = text.codePoints().toArray();
        Glyphs folded = new Glyphs(raw.length + 16);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] < 0x80) {
                folded.addGlyph(raw[i], i, i + 1);
            } else {
                int at = i;
                CharacterFolding.foldCharacter(raw[i]).codePoints().forEach(c -> folded.addGlyph(c, at, at + 1));
            }
        }
        LookAlikes.undoLookAlikes(folded);
        Glyphs joined = SpacedLetters.joinLetters(folded);
        LeetDigits.undoLeet(joined, vocabulary);
        boolean spread = folded.size() - joined.size() >= SPREAD_LETTERS;
        Glyphs spelled = Respelling.respellWords(joined, spread, vocabulary);
        return new FoldedText(spelled, !isSame(raw, spelled));
    }

    boolean differs() {
        return differs;
    }

    /** Whether the folded text was longer than {@link SmsMessage#MAX_TEXT_BYTES} and lost its end. */
    boolean cut() {
        return cut;
    }

    /** The folded text. Not a copy; not to be written to. */
    byte[] utf8() {
        return utf8;
    }

    /** The raw code points that a span of the folded bytes stands for. */
    CodePointRange rawCodePoints(ByteSpan span) {
        if (span.length() == 0 || span.offset() >= utf8.length) {
            return new CodePointRange(0, 0);
        }
        int first = glyphOfByte[span.offset()];
        int last = glyphOfByte[Math.min(span.offset() + span.length(), utf8.length) - 1];
        return new CodePointRange(glyphs.startOf(first), glyphs.endOf(last));
    }

    /** The raw code point at which a folded one begins. */
    int rawStartOf(int codePoint) {
        return glyphs.startOf(codePoint);
    }

    /** The raw code point after a folded one. */
    int rawEndOf(int codePoint) {
        return glyphs.endOf(codePoint);
    }

    private static boolean isSame(int[] raw, Glyphs folded) {
        if (raw.length != folded.size()) {
            return false;
        }
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != folded.codePointAt(i)) {
                return false;
            }
        }
        return true;
    }
}
