package dev.winnow.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.feedback.Feedback.Label;
import dev.winnow.feedback.Feedback.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link FeedbackStore}, with one subclass for each adapter. */
public abstract class FeedbackStoreContract {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** A store that may hold feedback of other tests. */
    protected abstract FeedbackStore store();

    @Test
    void keepsEveryFieldOfFeedback() {
        Feedback plain = new Feedback(tenant, "phone", "id-1", Label.NOT_JUNK, null, null, List.of(), null, now);
        Feedback full =
                new Feedback(tenant, "phone", "id-2", Label.JUNK, Topic.FRAUD, "clean", List.of("a", "b"), "f00d", now);

        store().saveFeedback(plain);
        store().saveFeedback(full);

        assertThat(store().listFeedback(tenant)).containsExactlyInAnyOrder(plain, full);
    }

    @Test
    void keepsTheLastFeedbackOfAKey() {
        Feedback first = new Feedback(tenant, "phone", "id-1", Label.JUNK, Topic.SPAM, null, List.of(), null, now);
        Feedback last = new Feedback(tenant, "phone", "id-1", Label.NOT_JUNK, null, null, List.of(), null, now);
        Feedback others = new Feedback(tenant, "desk", "id-1", Label.JUNK, null, null, List.of(), null, now);

        assertThat(store().saveFeedback(first)).isEmpty();
        assertThat(store().saveFeedback(others)).isEmpty();
        assertThat(store().saveFeedback(last)).contains(first);
        assertThat(store().saveFeedback(last)).contains(last);

        assertThat(store().listFeedback(tenant)).containsExactlyInAnyOrder(last, others);
    }

    @Test
    void findsTheFeedbackAboutOneMessage() {
        Feedback phone = new Feedback(tenant, "phone", "id-1", Label.JUNK, null, null, List.of(), null, now);
        Feedback desk = new Feedback(tenant, "desk", "id-1", Label.NOT_JUNK, null, null, List.of(), null, now);
        store().saveFeedback(phone);
        store().saveFeedback(desk);
        store().saveFeedback(new Feedback(tenant, "phone", "id-10", Label.JUNK, null, null, List.of(), null, now));

        assertThat(store().listFeedback(tenant, "id-1")).containsExactlyInAnyOrder(phone, desk);
    }

    @Test
    void keepsTenantsApart() {
        store().saveFeedback(new Feedback(tenant, "phone", "id-1", Label.JUNK, null, null, List.of(), null, now));

        assertThat(store().listFeedback(tenant + "x")).isEmpty();
    }
}
