package dev.winnow.worker.scan.wording;

/** Characters of scripts that are written without blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
public final class WordlessScripts {
    private WordlessScripts() {}

    public static boolean contains(char c) {
        return c >= 0x0e00
                && ((c <= 0x0eff && c != '\u0e3f')
                        || (c >= 0x1000 && c <= 0x109f)
                        || (c >= 0x1780 && c <= 0x17ff)
                        || (c >= 0x3041 && c <= 0x30ff)
                        || (c >= 0x3400 && c <= 0x9fff)
                        || (c >= 0xf900 && c <= 0xfaff));
    }
}
