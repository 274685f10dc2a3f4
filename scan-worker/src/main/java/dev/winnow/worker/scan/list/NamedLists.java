package dev.winnow.worker.scan.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists by name, each with domains and senders. A message is on a list if its sender is, or a domain of its links or a parent of that
 * domain. Immutable; any thread.
 */
public final class NamedLists {
    /** The folder of lists beside the rules, and in a bundle. */
    public static final String FOLDER = "lists";

    /** The ending of a list's file. */
    public static final String SUFFIX = ".txt";

    /** The most lines of a list. */
    public static final int MAX_LINES = 1_000_000;

    public static final NamedLists NONE = new NamedLists(new TreeMap<>(), "");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final SortedMap<String, HashedEntries> lists;
    private final String hash;

    private NamedLists(SortedMap<String, HashedEntries> lists, String hash) {
        this.lists = lists;
        this.hash = hash;
    }

    /**
     * Reads lists: one domain or sender a line; empty lines and lines that begin with {@code #} do not count, capitals count as small
     * letters.
     *
     * @param texts the text of each list by its name
     * @throws IllegalArgumentException if a name has other characters than small letters, digits and underscores, or a list is too long
     */
    public static NamedLists parseTexts(SortedMap<String, String> texts) {
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
            HashedEntries entries = new HashedEntries(readEntries(list.getValue()));
            if (entries.size() > MAX_LINES) {
                throw new IllegalArgumentException("list '%s' has %,d entries, and at most %,d are read"
                        .formatted(list.getKey(), entries.size(), MAX_LINES));
            }
            lists.put(list.getKey(), entries);
        }
        return new NamedLists(lists, hashTexts(texts));
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
     * @param domains the domains of its links, with blanks between
     * @param sender null when unknown
     */
    public String findLists(String domains, @Nullable String sender) {
        String number = sender == null ? "" : sender.toLowerCase(Locale.ROOT);
        StringBuilder names = new StringBuilder();
        lists.forEach((name, entries) -> {
            if ((!number.isEmpty() && entries.contains(number, 0, number.length()))
                    || containsDomain(entries, domains)) {
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

    private static Stream<String> readEntries(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.toLowerCase(Locale.ROOT));
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
