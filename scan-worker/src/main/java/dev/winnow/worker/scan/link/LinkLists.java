package dev.winnow.worker.scan.link;

import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts and brands that links are compared with: the lists that come with this build, and an operator's own on top. Immutable; any
 * thread.
 */
public final class LinkLists {
    static final String BRANDS = "brands.tsv";
    static final String KNOWN_HOSTS = "known-hosts.txt";
    static final String SHORTENERS = "shorteners.txt";
    static final String MESSENGERS = "messengers.txt";
    static final String FREE_HOSTS = "free-hosts.txt";
    static final String FREE_MAIL = "free-mail.txt";
    static final String RARE_ENDINGS = "rare-endings.txt";
    static final String EVERYDAY_WORDS = "everyday-words.txt";

    /** The files that an operator may put into the rules folder; their lines are added to the bundled ones. */
    public static final List<String> FILES =
            List.of(BRANDS, KNOWN_HOSTS, SHORTENERS, MESSENGERS, FREE_HOSTS, FREE_MAIL, RARE_ENDINGS, EVERYDAY_WORDS);

    private static final int MAX_LENGTH = 16 << 20;

    private final List<Brand> brands;
    private final Map<String, Brand> owners;
    private final HostSet knownHosts;
    private final HostSet shorteners;
    private final HostSet messengers;
    private final HostSet freeHosts;
    private final HostSet freeMail;
    private final HostSet rareEndings;
    private final BrandNames names;
    private final BrandImitations imitations;

    private final String hash;

    private LinkLists(Map<String, List<String>> lines, String hash) {
        this.hash = hash;
        brands = lines.getOrDefault(BRANDS, List.of()).stream()
                .map(Brand::parseLine)
                .toList();
        owners = HostSet.mapOwners(brands);
        knownHosts = toHosts(lines, KNOWN_HOSTS);
        shorteners = toHosts(lines, SHORTENERS);
        messengers = toHosts(lines, MESSENGERS);
        freeHosts = toHosts(lines, FREE_HOSTS);
        freeMail = toHosts(lines, FREE_MAIL);
        rareEndings = toHosts(lines, RARE_ENDINGS);
        names = new BrandNames(brands);
        imitations = new BrandImitations(brands, lines.getOrDefault(EVERYDAY_WORDS, List.of()));
    }

    /** The lists that come with this build. */
    public static LinkLists bundled() {
        return Bundled.LISTS;
    }

    /**
     * The bundled lists with further lines.
     *
     * @param own the text of files by their names, of {@link #FILES}
     * @throws IllegalArgumentException if a line has another form; names it
     */
    public static LinkLists withLines(Map<String, String> own) {
        if (own.isEmpty()) {
            return bundled();
        }
        Map<String, List<String>> lines = new LinkedHashMap<>();
        Bundled.LINES.forEach((name, bundled) -> lines.put(
                name,
                Stream.concat(listEntries(own.getOrDefault(name, "")), bundled.stream())
                        .toList()));
        return new LinkLists(lines, hashTexts(own));
    }

    /** A hash over the files with further lines; empty for the lists of the build. */
    public String hash() {
        return hash;
    }

    private static String hashTexts(Map<String, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(texts).forEach((name, text) -> {
                digest.update((name + '\n' + text.length() + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The bundled lists with those of a folder.
     *
     * @throws IllegalArgumentException if a line has another form; names it
     */
    public static LinkLists withFolder(Path folder) throws IOException {
        return withLines(readFolder(folder));
    }

    /**
     * The texts of the files of a folder that are lists, by name; none if there is no folder.
     *
     * @throws IllegalArgumentException if a file cannot be read as text; names it and the remedy
     */
    public static Map<String, String> readFolder(Path folder) throws IOException {
        Map<String, String> own = new LinkedHashMap<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                own.put(name, TextFile.require(file, MAX_LENGTH));
            }
        }
        return own;
    }

    /** Whether a host is a well-known one or a brand's own, and none on which anybody can publish. */
    boolean isKnown(HostName host) {
        boolean listed = knownHosts.containsHost(host.text()) || findOwner(host) != null;
        return listed && !host.shared() && !isFreeHost(host) && !isMessenger(host) && !isShortener(host);
    }

    boolean isShortener(HostName host) {
        return shorteners.containsHost(host.text());
    }

    boolean isMessenger(HostName host) {
        return messengers.containsHost(host.text());
    }

    boolean isFreeHost(HostName host) {
        return freeHosts.containsHost(host.text());
    }

    boolean isFreeMail(HostName host) {
        return freeMail.containsHost(host.text());
    }

    boolean isRareEnding(String ending) {
        return rareEndings.containsHost(ending);
    }

    /** The brand whose own host this is. */
    @Nullable Brand findOwner(HostName host) {
        return HostSet.findValue(owners, host.text());
    }

    Collection<Brand> brands() {
        return brands;
    }

    BrandNames names() {
        return names;
    }

    BrandImitations imitations() {
        return imitations;
    }

    private static HostSet toHosts(Map<String, List<String>> lines, String name) {
        return new HostSet(lines.getOrDefault(name, List.of()).stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Lines without comments and blank ones. */
    private static Stream<String> listEntries(String text) {
        return text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    /** Read on first use. */
    private static final class Bundled {
        private static final Map<String, List<String>> LINES = readAll();
        private static final LinkLists LISTS = new LinkLists(LINES, "");

        private static Map<String, List<String>> readAll() {
            Map<String, List<String>> all = new LinkedHashMap<>();
            FILES.forEach(name ->
                    all.put(name, new ArrayList<>(listEntries(readFile(name)).toList())));
            return all;
        }

        private static String readFile(String name) {
            try (InputStream in = LinkLists.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the build has no " + name + "; build the module again");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the bundled " + name, e);
            }
        }
    }
}
