package dev.winnow.worker.scan.wording;

/** The forms of the numbers in a text: telephone numbers, codes, masked accounts, times, dates and references. One thread. */
final class NumberForms {
    private static final int SHORTEST_CODE = 4;
    private static final int LONGEST_CODE = 8;
    private static final int MOST_SEPARATORS = 2;

    private int longestPhone;
    private boolean code;
    private boolean mask;
    private boolean time;
    private boolean date;
    private boolean reference;

    /** Reads a text; the answers are about it until the next one. */
    void readText(String text) {
        longestPhone = 0;
        code = false;
        mask = false;
        time = false;
        date = false;
        reference = false;
        int phone = 0;
        int phoneEnd = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text, i)) {
                continue;
            }
            int end = i;
            while (isDigit(text, end)) {
                end++;
            }
            phone = i - phoneEnd <= MOST_SEPARATORS && isSeparated(text, phoneEnd, i) ? phone + end - i : end - i;
            phoneEnd = end;
            longestPhone = Math.max(longestPhone, phone);
            readNumber(text, i, end);
            i = end;
        }
    }

    boolean hasPhone(int fewestDigits) {
        return longestPhone >= fewestDigits;
    }

    /** Four to eight digits. */
    boolean hasCode() {
        return code;
    }

    /** The last digits of an account behind signs or letters x. */
    boolean hasMask() {
        return mask;
    }

    boolean hasTime() {
        return time;
    }

    boolean hasDate() {
        return date;
    }

    /** Digits beside a capital letter. */
    boolean hasReference() {
        return reference;
    }

    private void readNumber(String text, int start, int end) {
        int length = end - start;
        code |= length >= SHORTEST_CODE && length <= LONGEST_CODE;
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char after = end < text.length() ? text.charAt(end) : ' ';
        mask |= length >= 2
                && (before == '*'
                        || ((before == 'x' || before == 'X')
                                && start > 1
                                && Character.toLowerCase(text.charAt(start - 2)) == 'x'));
        time |= length <= 2
                && (after == ':' || after == '.')
                && isDigit(text, end + 1)
                && isDigit(text, end + 2)
                && !isDigit(text, end + 3);
        date |= length <= 2 && (after == '/' || after == '-') && isDigit(text, end + 1);
        reference |= isCapital(before) || isCapital(after);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isSeparated(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" -.()".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return from > 0;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }
}
