package dev.winnow.worker.rules;

import dev.winnow.worker.scan.link.LinkLists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lists for links those of the build and of a folder. A file with a fault is named once, and the lists stay as they were. One
 * thread reloads, any thread reads.
 */
final class WatchedLinkLists {
    private static final Logger log = LoggerFactory.getLogger(WatchedLinkLists.class);

    private final Path folder;
    private Map<String, String> seen = Map.of();
    private String lastFailure = "";
    private volatile LinkLists current = LinkLists.bundled();

    WatchedLinkLists(Path folder) {
        this.folder = folder;
        boolean _ = reloadIfChanged();
    }

    LinkLists current() {
        return current;
    }

    /** Reads the lists if they have changed; true if other lists are in use now. */
    boolean reloadIfChanged() {
        String before = current.hash();
        try {
            Map<String, String> files = LinkLists.readFolder(folder);
            if (!files.equals(seen)) {
                seen = files;
                current = LinkLists.withLines(files);
                log.info("Live: the lists for links with the lines of {} in {}", files.keySet(), folder);
            }
            lastFailure = "";
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(lastFailure)) {
                lastFailure = e.toString();
                log.error("Could not use the lists for links in {}: {}; they stay as they were", folder, lastFailure);
            }
        }
        return !current.hash().equals(before);
    }
}
