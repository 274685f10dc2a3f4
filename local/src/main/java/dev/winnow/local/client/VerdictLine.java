package dev.winnow.local.client;

import dev.winnow.lab.command.DisplayText;
import dev.winnow.lab.command.Screen;
import org.jspecify.annotations.Nullable;

/**
 * One message as a line of output: fields separated by tabs for programs; coloured columns for people, of which the last one ends where the
 * terminal does. Immutable; any thread.
 */
final class VerdictLine {
    /** How much of a text is shown, in columns. */
    private static final int TEXT_COLUMNS = 40;

    private static final int VERDICT_COLUMNS = 11;
    private static final int SCORE_COLUMNS = 3;

    /** The columns before the rules: verdict, score and id, each with a gap. */
    private static final int FIXED_COLUMNS = VERDICT_COLUMNS + SCORE_COLUMNS + 32 + 6;

    /** The fewest columns for text and rules together; a narrower terminal breaks the line. */
    private static final int NARROWEST = 16;

    private final Screen screen;

    VerdictLine(Screen screen) {
        this.screen = screen;
    }

    /** A message by its id alone. */
    String format(VerdictView verdict) {
        return screen.isTerminal() ? formatColumns(verdict, 0, null) : joinFields(verdict);
    }

    /**
     * A message that was sent from an input.
     *
     * @param number the line of the input, from 1
     */
    String format(VerdictView verdict, int number, String text) {
        return screen.isTerminal()
                ? formatColumns(verdict, number, text)
                : joinFields(verdict) + "\t" + number + "\t" + startOf(text, TEXT_COLUMNS);
    }

    private static String joinFields(VerdictView verdict) {
        return String.join(
                "\t",
                verdict.id(),
                verdict.status(),
                verdict.verdict(),
                verdict.isDone() || verdict.score() > 0 ? Integer.toString(verdict.score()) : "",
                verdict.reason().isEmpty() ? String.join(",", verdict.rules()) : verdict.reason());
    }

    private String formatColumns(VerdictView verdict, int number, @Nullable String text) {
        String name = verdict.isDone() ? verdict.verdict() : verdict.status();
        StringBuilder line = new StringBuilder(screen.paintVerdict(DisplayText.pad(name, VERDICT_COLUMNS)))
                .append("  %3s  ".formatted(verdict.isDone() ? verdict.score() : ""))
                .append(verdict.id())
                .append("  ");
        int left = Math.max(NARROWEST, screen.columns() - FIXED_COLUMNS);
        if (text != null) {
            String place = number + " ";
            int columns = Math.min(TEXT_COLUMNS, left / 2);
            line.append(DisplayText.pad(place + startOf(text, columns - place.length()), columns))
                    .append("  ");
            left -= columns + 2;
        }
        String reason = verdict.reason().isEmpty() ? String.join(", ", verdict.rules()) : verdict.reason();
        return line.append(DisplayText.shorten(reason, left)).toString().stripTrailing();
    }

    private static String startOf(String text, int columns) {
        return DisplayText.shorten(DisplayText.toLine(text), columns);
    }
}
