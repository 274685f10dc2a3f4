package dev.winnow.worker.rules;

import dev.winnow.rules.TextFile;
import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.list.NamedLists;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists in a rules folder. The log names a file that cannot be used once; its list is left out, or stays as it was before. The
 * other lists are in use. One thread.
 */
public final class ListFiles {
    private static final Logger log = LoggerFactory.getLogger(ListFiles.class);

    /** Room for a million lines of a domain, or of a short template. */
    private static final int MAX_LENGTH = 256 << 20;

    private final Path folder;
    private SortedMap<String, State> seen = new TreeMap<>();
    private Map<String, String> namedFaults = Map.of();
    private String lastFailure = "";
    private NamedLists current = NamedLists.NONE;

    private record State(FileTime changed, long bytes) {}

    /** What a folder holds: the lists, and sentences about the files that are left out, both by the names of lists. */
    private record Found(SortedMap<String, String> texts, SortedMap<String, String> faults) {}

    ListFiles(Path rulesFolder) {
        this.folder = rulesFolder.resolve(NamedLists.FOLDER);
        boolean _ = reloadIfChanged();
    }

    NamedLists current() {
        return current;
    }

    /** Looks whether a file has another time or size, and reads all if one has; true if the lists are others than before. */
    boolean reloadIfChanged() {
        String before = current.hash();
        try {
            SortedMap<String, State> now = listStates(folder);
            if (!now.equals(seen)) {
                seen = now;
                Found found = read(folder, now.keySet());
                nameFaults(found.faults());
                current = ListTexts.parse(found.texts())
                        .withOnTop(current.only(found.faults().keySet()));
            }
            lastFailure = "";
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(lastFailure)) {
                lastFailure = e.toString();
                log.error("Could not use the lists in {}: {}; they stay as they were", folder, lastFailure);
            }
        }
        return !current.hash().equals(before);
    }

    private void nameFaults(Map<String, String> faults) {
        faults.forEach((name, sentence) -> {
            if (!sentence.equals(namedFaults.get(name))) {
                log.error("The list {}; if it was in use before, it stays as it was", sentence);
            }
        });
        namedFaults = Map.copyOf(faults);
    }

    /**
     * Reads the text of each list by its name; none if there is no folder.
     *
     * @throws IllegalArgumentException if a file cannot be used; names it and the remedy
     */
    public static SortedMap<String, String> readTexts(Path folder) throws IOException {
        Found found = read(folder, listStates(folder).keySet());
        if (!found.faults().isEmpty()) {
            throw new IllegalArgumentException(
                    "the list " + String.join("; the list ", found.faults().values()));
        }
        return found.texts();
    }

    /** Reads the lists that can be used, as a server does. */
    public static NamedLists readUsable(Path folder) throws IOException {
        return ListTexts.parse(read(folder, listStates(folder).keySet()).texts());
    }

    private static Found read(Path folder, Set<String> names) {
        Found found = new Found(new TreeMap<>(), new TreeMap<>());
        for (String name : names) {
            String file = name + NamedLists.SUFFIX;
            switch (TextFile.read(folder.resolve(file), MAX_LENGTH)) {
                case TextFile.Text(String text) -> found.texts().put(name, text);
                case TextFile.Unusable(int line, String reason) ->
                    found.faults().put(name, line == 0 ? file + " " + reason : file + ":" + line + " " + reason);
                case TextFile.Missing() -> {}
            }
        }
        leaveOutFaulty(found);
        return found;
    }

    /** Finds the lists that cannot be parsed; all together are parsed first, because most often none has a fault. */
    private static void leaveOutFaulty(Found found) {
        try {
            var _ = ListTexts.parse(found.texts());
        } catch (IllegalArgumentException some) {
            found.texts().entrySet().removeIf(list -> {
                try {
                    var _ = ListTexts.parse(new TreeMap<>(Map.of(list.getKey(), list.getValue())));
                    return false;
                } catch (IllegalArgumentException e) {
                    found.faults()
                            .put(
                                    list.getKey(),
                                    list.getKey() + NamedLists.SUFFIX + " cannot be used: " + e.getMessage());
                    return true;
                }
            });
        }
    }

    private static SortedMap<String, State> listStates(Path folder) throws IOException {
        SortedMap<String, State> states = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + NamedLists.SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                states.put(name.substring(0, name.length() - NamedLists.SUFFIX.length()), stateOf(file));
            }
        } catch (NoSuchFileException none) {
            return states;
        }
        return states;
    }

    /** The state of a file; of a link without a target, that of the link. */
    private static State stateOf(Path file) throws IOException {
        try {
            return new State(Files.getLastModifiedTime(file), Files.size(file));
        } catch (NoSuchFileException goneOrLink) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new State(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS), -1)
                    : new State(FileTime.fromMillis(0), -1);
        }
    }
}
