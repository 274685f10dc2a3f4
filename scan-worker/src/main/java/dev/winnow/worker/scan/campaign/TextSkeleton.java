package dev.winnow.worker.scan.campaign;

/**
 * The letters of a text that its disguises leave alone, without links, digits, signs and the name at the beginning; people cannot read it.
 * A letter that follows itself counts once, and a Chinese or Japanese one counts as two, because it says as much. One text, one thread.
 */
final class TextSkeleton {
    /** The most letters before the first pause that count as a greeting with a name, or as the name of a sender. */
    private static final int LONGEST_OPENING = 24;

    /** A word with this number of dots is no abbreviation. */
    private static final int MANY_DOTS = 5;

    private final String text;
    private final int[] links;
    private final boolean spaced;
    private final char[] letters;
    private int size;
    private int opening;
    private int wordStart;
    private int blanks;
    private int dots;
    private int hyphens;
    private boolean inAddress;
    private boolean afterColon;
    private char last;

    private TextSkeleton(String text, int[] links) {
        this.text = text;
        this.links = links;
        this.spaced = isSpaced(text);
        this.letters = new char[2 * text.length()];
    }

    /**
     * Reads a text.
     *
     * @param links the beginnings and ends of its links, in code points and in their order
     */
    static TextSkeleton readText(String text, int[] links) {
        TextSkeleton skeleton = new TextSkeleton(text, links);
        skeleton.readSigns();
        return skeleton;
    }

    /** The letters; only those from {@link #start} up to {@link #end} count. Not a copy. */
    char[] letters() {
        return letters;
    }

    /** Where the text begins after its opening, if enough is left after it. */
    int start() {
        return size - opening < TextFingerprint.FEWEST_LETTERS ? 0 : opening;
    }

    int end() {
        return size;
    }

    private void readSigns() {
        int link = 0;
        int place = 0;
        for (int at = 0; at < text.length(); place++) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            while (link < links.length && place >= links[link + 1]) {
                link += 2;
            }
            if (link < links.length && place >= links[link]) {
                last = SkeletonSigns.NOTHING;
                inAddress = false;
                continue;
            }
            readSign(SkeletonSigns.signOf(codePoint));
        }
        endWord();
    }

    private void readSign(char sign) {
        if (sign == SkeletonSigns.BLANK) {
            blanks++;
            if (blanks == (spaced ? 2 : 1)) {
                endWord();
            }
            return;
        }
        blanks = 0;
        if (inAddress) {
            return;
        }
        switch (sign) {
            case SkeletonSigns.NOTHING -> {}
            case SkeletonSigns.DOT -> dots++;
            case SkeletonSigns.HYPHEN -> hyphens++;
            case SkeletonSigns.SLASH -> readSlash();
            case SkeletonSigns.COLON, SkeletonSigns.PAUSE -> readPause(sign);
            default -> addLetter(sign);
        }
    }

    /** A word with dots between its letters and with a hyphen is an address whose own dots cannot be told from the others: it is left out. */
    private void endWord() {
        if (hyphens > 0 && dots >= MANY_DOTS) {
            size = wordStart;
        }
        wordStart = size;
        dots = 0;
        hyphens = 0;
        inAddress = false;
    }

    /** A slash after a colon is in an address that was not read as a link, as its dots are disguised: the address is left out, to the end of the word. */
    private void readSlash() {
        if (afterColon) {
            size -= size >= 2 && letters[size - 2] == 'h' && letters[size - 1] == 'p' ? 2 : 0;
            opening = Math.min(opening, size);
            inAddress = true;
            last = SkeletonSigns.NOTHING;
        }
        afterColon = false;
    }

    private void readPause(char sign) {
        if (opening == 0 && size <= LONGEST_OPENING) {
            opening = size;
        }
        afterColon = sign == SkeletonSigns.COLON;
    }

    private void addLetter(char letter) {
        afterColon = false;
        if (letter == last) {
            return;
        }
        last = letter;
        if (SkeletonSigns.isSyllable(letter)) {
            letters[size++] = (char) ((letter >> 8) | 0x100);
            letters[size++] = (char) ((letter & 0xff) | 0x200);
        } else {
            letters[size++] = letter;
        }
    }

    /** Whether nearly every second character is a blank: then one blank parts letters, and two or more part words. */
    private static boolean isSpaced(String text) {
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            blanks += text.charAt(i) == ' ' ? 1 : 0;
        }
        return 10 * blanks > 4 * text.length();
    }
}
