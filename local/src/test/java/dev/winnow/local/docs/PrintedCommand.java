package dev.winnow.local.docs;

import dev.winnow.local.Winnow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A {@code winnow} command on a page.
 *
 * @param words the words after {@code winnow}
 */
record PrintedCommand(String page, List<String> words) {
    /** A command in a span inside a sentence, or on a line of a block. */
    private static final Pattern MARKED =
            Pattern.compile("(?m)`(?:\\./)?winnow ([^`]*)`|^(?: {4,}|(?=winnow ))(?:\\./)?winnow (.*)");

    /** A command in the text of an alarm, which is sent as plain text. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?<![./\\w])winnow ((?:rules|webhooks|dead-letters|rescan|redrive|message|audit)\\b[^(;:,\n]*)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /** The commands of a page in its order. */
    static List<PrintedCommand> listMarked(String page) {
        return MARKED.matcher(ShellBlock.readPage(page))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(command -> new PrintedCommand(page, split(cutShell(command))))
                .toList();
    }

    /** The commands of a page in sentences without marks; the words of the sentence that follow a command are cut. */
    static List<PrintedCommand> listPlain(String page) {
        String sentences = ShellBlock.readPage(page).replaceAll("(?m)^ {4,}.*$|`[^`]*`", "");
        return PLAIN.matcher(sentences)
                .results()
                .map(match -> split(match.group(1).replaceAll("\\.(?: .*)?$", "")))
                .map(words -> new PrintedCommand(page, cutSentence(words)))
                .toList();
    }

    static Stream<PrintedCommand> listAll(String page) {
        return Stream.concat(listMarked(page).stream(), listPlain(page).stream());
    }

    boolean startsWith(List<String> first) {
        return words.size() >= first.size() && words.subList(0, first.size()).equals(first);
    }

    @Override
    public String toString() {
        return page + ": winnow " + String.join(" ", words);
    }

    /** The command alone: without what a shell does with its output, and without the comment after it. */
    private static String cutShell(String command) {
        return command.split("\\s(?:[|>&;<#]|2>)|\\\\$|\\)", 2)[0]
                .replaceAll("\\|\\w+", "")
                .strip();
    }

    private static List<String> cutSentence(List<String> words) {
        List<String> left = new ArrayList<>(words);
        while (!left.isEmpty() && hasUnknownWord(left)) {
            left.removeLast();
        }
        return left;
    }

    private static boolean hasUnknownWord(List<String> words) {
        try {
            Winnow.commandLine().parseArgs(words.toArray(String[]::new));
            return false;
        } catch (UnmatchedArgumentException e) {
            return true;
        } catch (CommandLine.ParameterException incomplete) {
            return false;
        }
    }

    private static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
