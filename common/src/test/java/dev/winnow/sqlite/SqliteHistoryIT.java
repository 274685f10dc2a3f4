package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.history.MessageHistoryContract;
import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryIT extends MessageHistoryContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MessageHistory history;

    @BeforeEach
    void open() {
        history = SqliteHistory.openFile(folder.resolve("history.db"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Override
    protected MessageHistory history() {
        return history;
    }

    @Test
    void keepsItsFilesPrivate() throws IOException {
        history.saveMessages(List.of(message("See you at eight")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void leavesNoByteOfAForgottenText() {
        List<KeptMessage> messages = IntStream.range(0, 300)
                .mapToObj(i -> message("The quick zebra " + i + " jumps. ".repeat(i)))
                .toList();
        history.saveMessages(messages);
        await().until(() -> holds("quick zebra"));

        history.forgetMessages(new Tenants(List.of()), Instant.now());

        await().until(() -> !holds("quick zebra") && !holds("jumps."));
    }

    private boolean holds(String text) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> read(file).contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptMessage message(String text) {
        return new KeptMessage(UUID.randomUUID(), 0, new Envelope.Slot("acme", SmsMessage.ofText(text), Instant.now()));
    }
}
