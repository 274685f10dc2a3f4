package dev.winnow.ingest.submit;

import dev.winnow.message.EnvelopeDraft;
import java.util.concurrent.CompletableFuture;

/**
 * An envelope that messages wait in.
 *
 * @param draft its content so far
 * @param confirmed what all its submitters wait for
 */
record OpenEnvelope(EnvelopeDraft draft, CompletableFuture<Void> confirmed) {
    OpenEnvelope(EnvelopeDraft draft) {
        this(draft, new CompletableFuture<>());
    }
}
