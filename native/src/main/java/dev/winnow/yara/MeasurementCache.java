package dev.winnow.yara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The measured costs of rules, by {@link RuleText#key}: in memory, and in a file where one is given. A file that cannot be read or
 * written is measured anew, never an error. Any thread.
 */
final class MeasurementCache {

    /** The most rules to keep; the rule that was used longest ago goes first. */
    private static final int MOST = 50_000;

    private static final MeasurementCache SHARED = new MeasurementCache(null);
    private static final Map<Path, MeasurementCache> BY_FILE = new LinkedHashMap<>();

    private final @Nullable Path file;
    private final Map<String, List<String>> lines = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > MOST;
        }
    };
    private boolean changed;

    private MeasurementCache(@Nullable Path file) {
        this.file = file;
        if (file != null) {
            read(file);
        }
    }

    /** The process's own, without a file. */
    static MeasurementCache shared() {
        return SHARED;
    }

    /** The process's only one for that file. */
    static synchronized MeasurementCache at(Path file) {
        return BY_FILE.computeIfAbsent(file.toAbsolutePath().normalize(), MeasurementCache::new);
    }

    /** Lines of a measuring run without the rule's number; null if the rule is not known. */
    synchronized @Nullable List<String> find(String key) {
        return lines.get(key);
    }

    synchronized void put(String key, List<String> found) {
        lines.put(key, List.copyOf(found));
        changed = true;
    }

    /** Writes the file if a figure was added since the last time. */
    synchronized void save() {
        Path target = file;
        if (target == null || !changed) {
            return;
        }
        List<String> all = new ArrayList<>();
        lines.forEach((key, found) -> all.add(key + '\u001f' + String.join("\u001f", found)));
        try {
            Path parent = target.toAbsolutePath().getParent();
            Path next = Files.createTempFile(parent, "admission", ".tmp");
            Files.write(next, all);
            Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            changed = false;
        } catch (IOException e) {
            System.getLogger(MeasurementCache.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The figures of measured rules could not be written to {0}; the next start measures them again: {1}",
                            target,
                            e.toString());
        }
    }

    private void read(Path from) {
        try {
            for (String line : Files.readAllLines(from)) {
                String[] fields = line.split("\u001f", -1);
                if (fields.length > 1 && fields[0].matches("[0-9a-f]{32}")) {
                    lines.put(fields[0], List.of(fields).subList(1, fields.length));
                }
            }
        } catch (NoSuchFileException none) {
            // The first admission writes it.
        } catch (IOException e) {
            System.getLogger(MeasurementCache.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The figures of measured rules in {0} could not be read; the rules are measured again: {1}",
                            from,
                            e.toString());
        }
    }
}
