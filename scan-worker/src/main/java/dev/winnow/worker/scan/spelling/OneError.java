package dev.winnow.worker.scan.spelling;

/** Whether two words differ by one error of typing: a letter left out, added, replaced, or exchanged with the next. Stateless. */
final class OneError {
    private OneError() {}

    static boolean isBetween(String word, char[] other, int length) {
        int shorter = Math.min(word.length(), length);
        int same = 0;
        while (same < shorter && word.charAt(same) == other[same]) {
            same++;
        }
        return switch (length - word.length()) {
            case 1 -> isSameFrom(word, same, other, same + 1, length);
            case -1 -> isSameFrom(word, same + 1, other, same, length);
            case 0 ->
                isSameFrom(word, same + 1, other, same + 1, length)
                        || (same + 1 < length
                                && word.charAt(same) == other[same + 1]
                                && word.charAt(same + 1) == other[same]
                                && isSameFrom(word, same + 2, other, same + 2, length));
            default -> false;
        };
    }

    private static boolean isSameFrom(String word, int from, char[] other, int otherFrom, int length) {
        for (int i = from, j = otherFrom; i < word.length() && j < length; i++, j++) {
            if (word.charAt(i) != other[j]) {
                return false;
            }
        }
        return true;
    }
}
