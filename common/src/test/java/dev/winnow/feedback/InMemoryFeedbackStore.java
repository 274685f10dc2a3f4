package dev.winnow.feedback;

import dev.winnow.store.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link FeedbackStore} in memory that passes the same contract test as the real ones. Any thread. */
public final class InMemoryFeedbackStore implements FeedbackStore {
    private record Key(String tenant, String key, String messageId) {}

    private final Map<Key, Feedback> all = new ConcurrentHashMap<>();
    private volatile boolean down;

    @Override
    public Optional<Feedback> saveFeedback(Feedback feedback) {
        requireUp();
        return Optional.ofNullable(all.put(new Key(feedback.tenant(), feedback.key(), feedback.messageId()), feedback));
    }

    @Override
    public List<Feedback> listFeedback(String tenant) {
        requireUp();
        return all.values().stream()
                .filter(feedback -> feedback.tenant().equals(tenant))
                .toList();
    }

    @Override
    public List<Feedback> listFeedback(String tenant, String messageId) {
        return listFeedback(tenant).stream()
                .filter(feedback -> feedback.messageId().equals(messageId))
                .toList();
    }

    /** Makes every call fail from now on. */
    public void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public void comeBack() {
        down = false;
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
