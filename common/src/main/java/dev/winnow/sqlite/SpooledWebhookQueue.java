package dev.winnow.sqlite;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.Subscription;
import dev.winnow.sqlite.NoticeSpool.NoticeKey;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes notices to the file before it sends them through a queue that may forget them: as many as the window holds at once, the others
 * later. A notice leaves the file when it is worked on; a notice that an earlier run left is sent again. Any thread.
 */
final class SpooledWebhookQueue implements WebhookQueue, AutoCloseable {
    private final WebhookQueue queue;
    private final NoticeSpool spool;
    private final SpoolFeed<NoticeKey> feed;

    private SpooledWebhookQueue(WebhookQueue queue, NoticeSpool spool, SpoolLimits limits) {
        this.queue = queue;
        this.spool = spool;
        this.feed = new SpoolFeed<>("webhook", limits.window(), source());
    }

    static SpooledWebhookQueue resumeQueue(WebhookQueue queue, NoticeSpool spool, SpoolLimits limits) {
        SpooledWebhookQueue spooled = new SpooledWebhookQueue(queue, spool, limits);
        var _ = spooled.feed.start();
        return spooled;
    }

    /** Writes a notice to the file and sends it. If the queue refuses it, the feed sends it later. */
    @Override
    public void sendNotice(WebhookNotice notice) {
        List<NoticeKey> key = List.of(NoticeKey.of(notice));
        spool.add(notice);
        if (feed.tryHold(key)) {
            try {
                queue.sendNotice(notice);
            } catch (QueueUnavailableException e) {
                feed.release(key, true);
                throw e;
            }
        }
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        return queue.subscribe(new ForgettingListener(listener, this::forgetDone), concurrency);
    }

    @Override
    public void buryLetter(DeadLetter letter) {
        queue.buryLetter(letter);
    }

    /** Stops feeding; notices on the spool stay there. */
    @Override
    public void close() {
        feed.close();
    }

    /** Removes finished notices. One that could not be removed is worked on once more. */
    private void forgetDone(List<Delivery> done) {
        List<NoticeKey> keys = done.stream()
                .flatMap(delivery -> keyOf(delivery.body()).stream())
                .toList();
        var _ = spool.remove(keys).whenComplete((_, failure) -> feed.release(keys, failure != null));
    }

    private SpoolFeed.Source<NoticeKey> source() {
        return new SpoolFeed.Source<>() {
            @Override
            public List<NoticeKey> listOldest(int limit) {
                return spool.listOldest(limit);
            }

            @Override
            public Set<NoticeKey> feed(List<NoticeKey> keys) {
                Set<NoticeKey> sent = new HashSet<>();
                for (NoticeKey key : keys) {
                    spool.find(key).ifPresent(notice -> {
                        queue.sendNotice(notice);
                        sent.add(key);
                    });
                }
                return sent;
            }
        };
    }

    /** The key of a notice; empty for a body that is no notice, which was never on the spool and which the listener has buried. */
    private static Optional<NoticeKey> keyOf(String body) {
        try {
            return Optional.ofNullable(WebhookJson.readValue(body, WebhookNotice.class))
                    .filter(notice -> notice.envelope() != null)
                    .map(NoticeKey::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
