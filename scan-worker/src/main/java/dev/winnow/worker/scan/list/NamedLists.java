package dev.winnow.worker.scan.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists by name, each with domains, senders and templates. A message is on a list if its sender is, or a host of its links or a parent of
 * that host, or if its words are those of a template. Immutable; any thread.
 */
public final class NamedLists {
    /** The folder of lists beside the rules, and in a bundle. */
    public static final String FOLDER = "lists";

    /** The ending of a list's file. */
    public static final String SUFFIX = ".txt";

    /** The most lines of a list. */
    public static final int MAX_LINES = 1_000_000;

    public static final NamedLists NONE = new NamedLists(new TreeMap<>(), "");

    /** The beginning of a line that is a template. */
    private static final String TEMPLATE = "text:";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final SortedMap<String, HashedEntries> lists;
    private final String hash;
    private final boolean hasTemplates;

    private NamedLists(SortedMap<String, HashedEntries> lists, String hash) {
        this.lists = lists;
        this.hash = hash;
        this.hasTemplates = lists.values().stream().anyMatch(HashedEntries::hasTemplates);
    }

    /**
     * Reads lists: one domain, sender or, after {@value #TEMPLATE}, template a line; empty lines and lines that begin with {@code #} do not
     * count, capitals count as small letters.
     *
     * @param texts the text of each list by its name
     * @param folding removes the disguises of a text, as the scan does
     * @throws IllegalArgumentException if a name has other characters than small letters, digits and underscores, a list is too long, or a
     *     template has too few words
     */
    public static NamedLists parseTexts(SortedMap<String, String> texts, UnaryOperator<String> folding) {
        if (texts.isEmpty()) {
            return NONE;
        }
        SortedMap<String, HashedEntries> lists = new TreeMap<>();
        for (Map.Entry<String, String> list : texts.entrySet()) {
            if (!NAME.matcher(list.getKey()).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no name of a list; a name has up to 40 small letters, digits and underscores"
                                .formatted(list.getKey()));
            }
            long lines = readLines(list.getValue()).count();
            if (lines > MAX_LINES) {
                throw new IllegalArgumentException("list '%s' has %,d entries, and at most %,d are read"
                        .formatted(list.getKey(), lines, MAX_LINES));
            }
            lists.put(
                    list.getKey(),
                    new HashedEntries(
                            readEntries(list.getKey(), list.getValue(), folding),
                            list.getValue().contains(TEMPLATE)));
        }
        return new NamedLists(lists, hashTexts(texts));
    }

    /** These lists with others on top; a list replaces one of the same name. */
    public NamedLists withOnTop(NamedLists others) {
        if (others.isEmpty()) {
            return this;
        }
        SortedMap<String, HashedEntries> both = new TreeMap<>(lists);
        both.putAll(others.lists);
        return new NamedLists(both, hashTexts(new TreeMap<>(Map.of("below", hash, "on_top", others.hash))));
    }

    /** Some of these lists; names without a list are left out. */
    public NamedLists only(Set<String> names) {
        SortedMap<String, HashedEntries> some = new TreeMap<>(lists);
        some.keySet().retainAll(names);
        return some.isEmpty()
                ? NONE
                : new NamedLists(
                        some, hashTexts(new TreeMap<>(Map.of(some.keySet().toString(), hash))));
    }

    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** A hash over the names and texts of all lists; empty without lists. */
    public String hash() {
        return hash;
    }

    /**
     * The names of the lists that a message is on, each with a blank before and after, such as {@code " bad_domains "}; empty if it is on
     * none.
     *
     * @param hosts the hosts of its links, with blanks between
     * @param sender null when unknown
     * @param text the text as it was submitted
     * @param plain the text without its disguises; the same object if it has none
     */
    public String findLists(String hosts, @Nullable String sender, String text, String plain) {
        String words = hasTemplates ? TextTemplate.readWords(text) : "";
        String plainWords = hasTemplates && !plain.equals(text) ? TextTemplate.readWords(plain) : "";
        String number = sender == null ? "" : sender.toLowerCase(Locale.ROOT);
        StringBuilder names = new StringBuilder();
        lists.forEach((name, entries) -> {
            if ((!number.isEmpty() && entries.contains(number))
                    || (entries.hasTemplates()
                            && (containsTemplate(entries, words) || containsTemplate(entries, plainWords)))
                    || containsDomain(entries, hosts)) {
                names.append(names.isEmpty() ? " " : "").append(name).append(' ');
            }
        });
        return names.toString();
    }

    private static boolean containsDomain(HashedEntries entries, String domains) {
        int from = 0;
        while (from < domains.length()) {
            int blank = domains.indexOf(' ', from);
            int to = blank < 0 ? domains.length() : blank;
            for (int part = from; part < to; ) {
                if (entries.contains(domains, part, to)) {
                    return true;
                }
                int dot = domains.indexOf('.', part);
                part = dot < 0 || dot >= to ? to : dot + 1;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean containsTemplate(HashedEntries entries, String words) {
        return !words.isEmpty() && entries.contains(TEMPLATE + words);
    }

    private static Stream<String> readLines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private static Stream<String> readEntries(String list, String text, UnaryOperator<String> folding) {
        return readLines(text)
                .flatMap(line -> line.startsWith(TEMPLATE)
                        ? readTemplate(list, line, folding)
                        : Stream.of(line.toLowerCase(Locale.ROOT)));
    }

    /** The words of a template as they are, and as they are in a folded text. */
    private static Stream<String> readTemplate(String list, String line, UnaryOperator<String> folding) {
        String template = line.substring(TEMPLATE.length());
        String words = TextTemplate.readWords(template);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "list '%s' has the template '%s' with fewer than %d words, which would match too much; lengthen or delete it"
                            .formatted(list, line, TextTemplate.MIN_WORDS));
        }
        String folded = TextTemplate.readWords(folding.apply(template));
        return Stream.of(words, folded.isEmpty() ? words : folded).distinct().map(each -> TEMPLATE + each);
    }

    private static String hashTexts(SortedMap<String, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((name, text) -> {
                digest.update((name + '\n' + text.length() + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
