package dev.winnow.ingest.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairnessGroupsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final FairnessGroups groups = new FairnessGroups(10);

    @Test
    void sharesGroupsAmongSmallTenants() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> groups.groupOf("tenant-" + i, 0))
                        .distinct())
                .hasSizeBetween(32, FairnessGroups.SHARED)
                .allMatch(group -> group.matches("shared/\\d+"));
    }

    @Test
    void givesABusyTenantItsOwnAsSoonAsItIsBusy() {
        for (int i = 0; i < 99; i++) {
            assertThat(groups.groupOf("acme", i)).startsWith("shared/");
        }

        assertThat(groups.groupOf("acme", 99)).isEqualTo("tenant/acme");
        assertThat(groups.groupOf("other", 99)).startsWith("shared/");
    }

    @Test
    void takesItBackAfterACalmWindow() {
        for (int i = 0; i < 100; i++) {
            groups.groupOf("acme", i);
        }

        assertThat(groups.groupOf("acme", 10 * SECOND)).isEqualTo("tenant/acme");
        assertThat(groups.groupOf("acme", 21 * SECOND)).startsWith("shared/");
    }

    @Test
    void takesItBackAfterALongSilence() {
        for (int i = 0; i < 100; i++) {
            groups.groupOf("acme", i);
        }

        assertThat(groups.groupOf("acme", 60 * SECOND)).startsWith("shared/");
    }
}
