package dev.winnow.worker.scan.link;

/** The number of letters that were typed wrong, left out, added or exchanged with their neighbour. Stateless. */
final class EditDistance {
    private EditDistance() {}

    /** Whether one word becomes the other with at most that many errors. */
    static boolean isAtMost(String one, String other, int errors) {
        int columns = other.length() + 1;
        int[] before = new int[columns];
        int[] last = new int[columns];
        int[] row = new int[columns];
        for (int j = 0; j < columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j < columns; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int cost = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                boolean exchanged = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = exchanged ? Math.min(cost, before[j - 2] + 1) : cost;
                least = Math.min(least, row[j]);
            }
            if (least > errors) {
                return false;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[columns - 1] <= errors;
    }
}
