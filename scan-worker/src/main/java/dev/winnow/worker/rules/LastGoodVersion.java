package dev.winnow.worker.rules;

import dev.winnow.publication.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last version that went live, noted in a file, so that a worker starts while nothing answers. Any thread.
 *
 * @param file need not exist yet, nor its folder
 */
record LastGoodVersion(Path file) {
    private static final Logger log = LoggerFactory.getLogger(LastGoodVersion.class);

    /** Reads the noted version; throws the reason for asking if none is noted. */
    Version read(RuntimeException reason) {
        try {
            return Version.parsePointer(Files.readString(file));
        } catch (NoSuchFileException none) {
            throw reason;
        } catch (IOException e) {
            reason.addSuppressed(e);
            throw reason;
        }
    }

    void write(Version version) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, version.toString());
        } catch (IOException e) {
            log.warn(
                    "Could not note the last good rules in {}; they are not known at a start without the publication: {}",
                    file,
                    e.toString());
        }
    }
}
