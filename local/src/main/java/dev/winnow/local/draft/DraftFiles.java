package dev.winnow.local.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The two files of a drafted rule. Immutable; any thread. */
record DraftFiles(String rule, String file, String source, String examplesFile, String examples) {
    static DraftFiles of(JsonNode rule) {
        return new DraftFiles(
                rule.path("rule").asString(),
                rule.path("file").asString(),
                rule.path("source").asString(),
                rule.path("examplesFile").asString(),
                rule.path("examples").asString());
    }

    /**
     * Refuses to write over what an author may have edited.
     *
     * @throws IllegalStateException if the folder has one of the files
     */
    void requireNew(Path folder) {
        for (String name : List.of(file, examplesFile)) {
            if (Files.exists(folder.resolve(name))) {
                throw new IllegalStateException(folder.resolve(name)
                        + " exists already and may have been edited: delete it, or name another folder with --out");
            }
        }
    }

    /** Writes both, the rule last: a running server reads it as soon as it is there, and as a whole. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(examplesFile), examples);
        Path fresh = Files.createTempFile(folder, ".draft", ".tmp");
        Files.writeString(fresh, source);
        Files.move(fresh, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(file));
        Files.deleteIfExists(folder.resolve(examplesFile));
    }
}
