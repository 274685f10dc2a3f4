package dev.winnow.ingest.submit;

import dev.winnow.message.EnvelopeDraft;
import java.util.concurrent.CompletableFuture;

/**
 * An envelope that messages wait in.
 *
 * @param draft its content so far
 * @param openedAt when its first message came, by {@link System#nanoTime}
 * @param confirmed what all its submitters wait for
 */
record OpenEnvelope(EnvelopeDraft draft, long openedAt, CompletableFuture<Void> confirmed) {
    OpenEnvelope(EnvelopeDraft draft, long openedAt) {
        this(draft, openedAt, new CompletableFuture<>());
    }
}
