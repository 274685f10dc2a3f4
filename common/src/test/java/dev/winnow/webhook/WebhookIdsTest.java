package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.verdict.Action;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.webhook.WebhookNotice.Item;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookIdsTest {
    private final UUID envelope = VerdictSamples.envelope();

    @Test
    void stayTheSameWhenANoticeIsRepeated() {
        assertThat(id(envelope, 1, 0, null, "whe_1")).isEqualTo(id(envelope, 1, 0, null, "whe_1"));
    }

    @Test
    void differByMessageRevisionAndEndpoint() {
        String id = id(envelope, 1, 0, null, "whe_1");

        assertThat(List.of(
                        id(VerdictSamples.envelope(), 1, 0, null, "whe_1"),
                        id(envelope, 2, 0, null, "whe_1"),
                        id(envelope, 1, 1, null, "whe_1"),
                        id(envelope, 1, 0, null, "whe_2")))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void stayTheSameForTwoMessagesOfOneRepeatedRequest() {
        UUID again = VerdictSamples.envelope();

        assertThat(id(envelope, 1, 0, "f00d", "whe_1")).isEqualTo(id(again, 1, 7, "f00d", "whe_1"));
        assertThat(id(envelope, 1, 0, "f00d", "whe_1")).isNotEqualTo(id(again, 1, 7, "beef", "whe_1"));
    }

    @Test
    void holdNoDotWhichWouldBreakTheSignedContent() {
        assertThat(id(envelope, 1, 0, null, "whe_1")).matches("msg_[0-9a-f]{40}");
    }

    private static String id(UUID envelope, int revision, int slot, @Nullable String requestKey, String endpoint) {
        Item item = new Item("acme", slot, requestKey, null, "junk", 80, Action.NONE);
        WebhookNotice notice =
                new WebhookNotice(envelope, revision, EventType.MESSAGE_VERDICT, "r", Instant.EPOCH, List.of(item));
        return WebhookIds.deriveId(notice, item, endpoint);
    }
}
