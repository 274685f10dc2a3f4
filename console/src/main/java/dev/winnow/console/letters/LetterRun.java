package dev.winnow.console.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.DeadLetterBox.Letter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A redrive of many letters at a rate, in the background. Any thread may ask for its progress. */
public final class LetterRun {
    private static final Logger log = LoggerFactory.getLogger(LetterRun.class);

    private final DeadLetterBox box;
    private final @Nullable String reason;
    private final int perSecond;
    private volatile long total;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean running;
    private volatile @Nullable String failure;

    LetterRun(DeadLetterBox box, @Nullable String reason, int perSecond) {
        this.box = box;
        this.reason = reason;
        this.perSecond = perSecond;
    }

    /**
     * The progress.
     *
     * @param total the letters at the start
     * @param sent the letters that were sent again
     * @param running whether the run is under way
     * @param failure the reason of an early end; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            long total,
            long sent,
            boolean running,
            @Nullable String failure) {}

    Progress progress() {
        return new Progress(total, sent.get(), running, failure);
    }

    boolean isRunning() {
        return running;
    }

    void start() {
        total = reason == null
                ? box.countLetters()
                : box.groupLetters(Integer.MAX_VALUE).stream()
                        .filter(group -> group.reason().equals(reason))
                        .mapToLong(DeadLetterBox.Group::count)
                        .sum();
        running = true;
        Thread.ofVirtual().name("redrive").start(this::sendAll);
    }

    private void sendAll() {
        try {
            long most = total;
            long before = -1;
            // A batch of which no letter can be sent would come again for ever.
            while (sent.get() < most && sent.get() > before) {
                before = sent.get();
                sendBatch(most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = "The redrive stopped after " + sent.get() + " letters; the others are still there.";
            log.warn("A redrive of dead letters stopped after {} of {}", sent.get(), total, e);
        } finally {
            running = false;
        }
    }

    private void sendBatch(long most) throws InterruptedException {
        for (Letter letter : box.listLetters(reason, DeadLetterBox.MAX_LIST)) {
            if (sent.get() < most && box.redriveLetter(letter.envelope())) {
                sent.incrementAndGet();
                Thread.sleep(1_000L / perSecond);
            }
        }
    }
}
