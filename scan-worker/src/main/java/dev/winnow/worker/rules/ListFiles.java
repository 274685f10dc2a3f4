package dev.winnow.worker.rules;

import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.list.NamedLists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists in a rules folder. A file with a fault is named once, and the lists stay as they were. One thread. */
public final class ListFiles {
    private static final Logger log = LoggerFactory.getLogger(ListFiles.class);

    private final Path folder;
    private SortedMap<String, State> seen = new TreeMap<>();
    private String lastFailure = "";
    private NamedLists current = NamedLists.NONE;

    private record State(FileTime changed, long bytes) {}

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
                current = ListTexts.parse(readTexts(folder));
                lastFailure = "";
            }
        } catch (IOException | IllegalArgumentException e) {
            if (!e.toString().equals(lastFailure)) {
                lastFailure = e.toString();
                log.error("Could not use the lists in {}: {}; they stay as they were", folder, lastFailure);
            }
        }
        return !current.hash().equals(before);
    }

    /** Reads the text of each list by its name; none if there is no folder. */
    public static SortedMap<String, String> readTexts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : listStates(folder).keySet()) {
            texts.put(name, Files.readString(folder.resolve(name + NamedLists.SUFFIX), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static SortedMap<String, State> listStates(Path folder) throws IOException {
        SortedMap<String, State> states = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + NamedLists.SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                states.put(
                        name.substring(0, name.length() - NamedLists.SUFFIX.length()),
                        new State(Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (NoSuchFileException none) {
            return states;
        }
        return states;
    }
}
