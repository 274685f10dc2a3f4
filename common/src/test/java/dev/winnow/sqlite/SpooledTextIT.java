package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.verdict.VerdictSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looks for the texts of messages in the files of the spool. */
class SpooledTextIT extends SpoolFixture {
    @Test
    void leavesNoTextAfterAKillAndAnIdleStart() {
        SealedEnvelope envelope = envelope();
        EnvelopeQueue spooled = database.spoolQueue(queue);
        spooled.sendBatch(List.of(envelope)).join();
        workOn(spooled, envelope);
        Path copy = copyOfFiles();

        try (SqliteDatabase _ = SqliteDatabase.openFile(copy.resolve("winnow.db"), Clock.systemUTC())) {
            await().until(() -> !textIsOnDisk(copy));
        }
    }

    @Test
    void emptiesTheLogWhileMessagesKeepComing() {
        EnvelopeQueue spooled = database.spoolQueue(queue);
        SealedEnvelope first = envelope();
        spooled.sendBatch(List.of(first)).join();
        workOn(spooled, first);

        await().pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    database.marks().markSlots(VerdictSamples.envelope(), Set.of(1));
                    return !textIsOnDisk();
                });
    }

    @Test
    void keepsNoTextOnceAnEnvelopeIsWorkedOn() {
        SealedEnvelope envelope = envelope();
        EnvelopeQueue spooled = database.spoolQueue(queue);
        spooled.sendBatch(List.of(envelope)).join();
        assertThat(textIsOnDisk()).isTrue();

        workOn(spooled, envelope);

        await().atMost(Duration.ofSeconds(10)).until(() -> !textIsOnDisk());
    }

    /** The files as a kill would leave them. */
    private Path copyOfFiles() {
        try (var files = Files.list(folder)) {
            Path copy = Files.createDirectory(folder.resolve("killed"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            return copy;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean textIsOnDisk() {
        return textIsOnDisk(folder);
    }

    private static boolean textIsOnDisk(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(SpooledTextIT::holdsText);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean holdsText(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TEXT);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
