package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScanTurnsTest {
    private final AtomicLong time = new AtomicLong(-5);
    private final ScanTurns<String> turns = new ScanTurns<>(time::get);

    @Test
    void servesFirstComeFirstWhenNoGroupHasUsedTime() {
        turns.add("b", "b1");
        turns.add("a", "a1");
        turns.add("b", "b2");

        assertThat(takeAll(3)).containsExactly("b1", "a1", "b2");
        assertThatThrownBy(turns::takeNext).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void servesTheGroupThatUsedLeastFirst() {
        turns.chargeGroup("slow", 3_000_000);
        turns.chargeGroup("quick", 1_000_000);
        turns.add("slow", "slow1");
        turns.add("slow", "slow2");
        turns.add("quick", "quick1");
        turns.add("new", "new1");

        assertThat(takeAll(4)).containsExactly("new1", "quick1", "slow1", "slow2");
    }

    @Test
    void forgetsUsedTimeByHalvesEveryTwoSeconds() {
        turns.chargeGroup("before", 3_000_000);
        time.addAndGet(Duration.ofSeconds(2).toNanos());
        turns.chargeGroup("now", 2_000_000);
        turns.add("now", "now1");
        turns.add("before", "before1");

        assertThat(takeAll(2)).containsExactly("before1", "now1");
    }

    @Test
    void keepsWaitingWorkOfManyGroups() {
        for (int i = 0; i < 1_000; i++) {
            turns.add("g" + i, "work" + i);
            turns.chargeGroup("other" + i, 10);
        }

        assertThat(takeAll(1_000)).hasSize(1_000).doesNotHaveDuplicates();
    }

    private List<String> takeAll(int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(turns.takeNext());
        }
        return all;
    }
}
