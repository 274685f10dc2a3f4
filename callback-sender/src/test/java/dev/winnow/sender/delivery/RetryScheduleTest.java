package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.sender.delivery.RetrySchedule.Next;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final Webhook webhook = WebhookSamples.webhook("whe_1");
    private final Instant now = Instant.now();

    @Test
    void triesTenTimesInThreeDaysAndGivesUpThen() {
        List<Duration> pauses = new ArrayList<>();
        Webhook next = webhook;
        while (RetrySchedule.nextAfter(next, failed(null), now) instanceof Next.Later(Webhook later, Instant dueAt)) {
            pauses.add(Duration.between(now, dueAt));
            next = later;
        }

        assertThat(pauses).hasSize(9);
        for (int i = 0; i < pauses.size(); i++) {
            Duration step = RetrySchedule.STEPS.get(i);
            assertThat(pauses.get(i)).isBetween(step, step.plus(step.dividedBy(5)));
        }
        assertThat(RetrySchedule.STEPS.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
        assertThat(RetrySchedule.nextAfter(next, failed(null), now))
                .isInstanceOfSatisfying(
                        Next.Never.class,
                        never -> assertThat(never.webhook().attempts()).isEqualTo(10));
    }

    @Test
    void waitsAsLongAsTheEndpointAsksForAndNoShorterThanTheSchedule() {
        assertThat(dueAfter(failed(Duration.ofHours(1)))).isBetween(now.plusSeconds(3_600), now.plusSeconds(3_620));
        assertThat(dueAfter(failed(Duration.ofSeconds(1)))).isBetween(now.plusSeconds(5), now.plusSeconds(6));
    }

    @Test
    void countsAPauseAsAStepAndComesBackAfterIt() {
        Next next = RetrySchedule.nextAfter(webhook, new CallOutcome.Paused(now.plusSeconds(600)), now);

        assertThat(next).isInstanceOfSatisfying(Next.Later.class, later -> {
            assertThat(later.webhook().attempts()).isEqualTo(1);
            assertThat(later.dueAt()).isBetween(now.plusSeconds(600), now.plusSeconds(620));
        });
    }

    @Test
    void comesBackSoonWhenTheEndpointIsBusyAndCountsNothing() {
        Next next = RetrySchedule.nextAfter(webhook, new CallOutcome.Busy(), now);

        assertThat(next).isInstanceOfSatisfying(Next.Later.class, later -> {
            assertThat(later.webhook()).isEqualTo(webhook);
            assertThat(later.dueAt()).isBetween(now.plusSeconds(10), now.plusSeconds(12));
        });
    }

    @Test
    void readsRetryAfterAsSecondsOrDate() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(wish("120", noon)).isEqualTo(Duration.ofMinutes(2));
        assertThat(wish("Tue, 24 Nov 2026 12:05:00 GMT", noon)).isEqualTo(Duration.ofMinutes(5));
        assertThat(wish("Tue, 24 Nov 2026 11:00:00 GMT", noon)).isNull();
        assertThat(wish("999999999", noon)).isEqualTo(Duration.ofDays(1));
        assertThat(wish("soon", noon)).isNull();
        assertThat(RetryAfter.parseHeader(null, noon)).isNull();
    }

    private static @Nullable Duration wish(String value, Instant now) {
        return RetryAfter.parseHeader(new BasicHeader("Retry-After", value), now);
    }

    private Instant dueAfter(CallOutcome outcome) {
        return ((Next.Later) RetrySchedule.nextAfter(webhook, outcome, now)).dueAt();
    }

    private static CallOutcome failed(@Nullable Duration wish) {
        return new CallOutcome.Failed("status 500", wish);
    }
}
