package dev.winnow.ingest.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairnessGroupsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final FairnessGroups groups = new FairnessGroups(10, 0);

    @Test
    void putsSmallTenantsTogether() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> groups.sharingGroup("tenant-" + i, 0))
                        .distinct())
                .containsExactly("shared");
    }

    @Test
    void takesGroupsInTurnForSharedEnvelopes() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(_ -> groups.groupOf("shared"))
                        .distinct())
                .hasSize(FairnessGroups.SHARED)
                .allMatch(group -> group.matches("shared/\\d+"));
    }

    @Test
    void givesABusyTenantItsOwnAsSoonAsItIsBusy() {
        send("acme", 99, 0);

        assertThat(groups.sharingGroup("acme", 99)).isEqualTo("tenant/acme");
        assertThat(groups.groupOf("tenant/acme")).isEqualTo("tenant/acme");
        assertThat(groups.sharingGroup("other", 99)).isEqualTo("shared");
    }

    @Test
    void leavesOneOfManyEqualsAmongTheOthers() {
        for (int i = 0; i < 500; i++) {
            for (int tenant = 0; tenant < 10; tenant++) {
                assertThat(groups.sharingGroup("tenant-" + tenant, i)).isEqualTo("shared");
            }
        }
    }

    @Test
    void takesOneOutThatFloods() {
        for (int tenant = 0; tenant < 10; tenant++) {
            send("tenant-" + tenant, 200, 0);
        }
        send("tenant-3", 1_000, 1);

        assertThat(groups.sharingGroup("tenant-3", 2)).isEqualTo("tenant/tenant-3");
        assertThat(groups.sharingGroup("tenant-4", 2)).isEqualTo("shared");
    }

    @Test
    void takesItBackAfterACalmWindow() {
        send("acme", 100, 0);

        assertThat(groups.sharingGroup("acme", 10 * SECOND)).isEqualTo("tenant/acme");
        assertThat(groups.sharingGroup("acme", 21 * SECOND)).isEqualTo("shared");
    }

    @Test
    void takesItBackAfterALongSilence() {
        send("acme", 100, 0);

        assertThat(groups.sharingGroup("acme", 60 * SECOND)).isEqualTo("shared");
    }

    private void send(String tenant, int messages, long nanoTime) {
        for (int i = 0; i < messages; i++) {
            groups.sharingGroup(tenant, nanoTime);
        }
    }
}
