package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.sender.delivery.EndpointGate.Entry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndpointGateTest {
    private final EndpointGate gate = new EndpointGate(2, Duration.ofMillis(1));
    private final Instant now = Instant.now();

    @Test
    void admitsAsManyCallsAsThereArePlaces() throws Exception {
        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Admitted());
        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Admitted());
        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Busy());

        gate.leaveGate();

        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Admitted());
    }

    @Test
    void pausesAfterFiveFailuresInARow() throws Exception {
        fail(4);
        gate.recordSuccess();
        fail(4);
        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Admitted());
        gate.leaveGate();

        gate.recordFailure(now, null);

        assertThat(gate.enterGate(now.plusSeconds(29))).isEqualTo(new Entry.Paused(now.plus(EndpointGate.FIRST_PAUSE)));
    }

    @Test
    void admitsOneCallAfterThePause() throws Exception {
        fail(5);
        Instant later = now.plus(EndpointGate.FIRST_PAUSE);

        assertThat(gate.enterGate(later)).isEqualTo(new Entry.Admitted());
        assertThat(gate.enterGate(later)).isEqualTo(new Entry.Busy());

        gate.recordFailure(later, null);
        gate.leaveGate();
        assertThat(gate.enterGate(later))
                .isEqualTo(new Entry.Paused(later.plus(EndpointGate.FIRST_PAUSE.multipliedBy(2))));
    }

    @Test
    void admitsAllCallsAgainWhenTheCallAfterThePauseSucceeds() throws Exception {
        fail(5);
        Instant later = now.plus(EndpointGate.FIRST_PAUSE);
        gate.enterGate(later);

        gate.recordSuccess();
        gate.leaveGate();

        assertThat(gate.enterGate(later)).isEqualTo(new Entry.Admitted());
        assertThat(gate.enterGate(later)).isEqualTo(new Entry.Admitted());
        assertThat(gate.failingSince()).isNull();
    }

    @Test
    void pausesForAsLongAsTheEndpointAsksFor() throws Exception {
        gate.recordFailure(now, Duration.ofMinutes(7));

        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Paused(now.plusSeconds(420)));
        assertThat(gate.failingSince()).isEqualTo(now);
    }

    @Test
    void pausesNeverLongerThanTenMinutesByItself() throws Exception {
        fail(100);

        assertThat(gate.enterGate(now)).isEqualTo(new Entry.Paused(now.plus(EndpointGate.LONGEST_PAUSE)));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            gate.recordFailure(now, null);
        }
    }
}
