package dev.winnow.yara;

import static dev.winnow.yara.Rules.compile;
import static dev.winnow.yara.Rules.names;
import static dev.winnow.yara.Rules.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActiveRulesIT {

    @Test
    void scansOnTheSetOfItsLeaseAndFreesItWithTheLastLease() {
        long before = Yara.liveHandles();
        try (ActiveRules active = new ActiveRules(rule("first"), ScanOptions.DEFAULT)) {
            ActiveRules.Lease lease = active.leaseScanner();
            active.swapRules(rule("second"));
            assertThat(names(lease.scanner().scan(utf8("x")))).containsExactly("first");
            try (ActiveRules.Lease next = active.leaseScanner()) {
                assertThat(names(next.scanner().scan(utf8("x")))).containsExactly("second");
                assertThat(next.rules()).isSameAs(active.current());
            }
            assertThat(Yara.liveHandles()).as("two sets, a scanner on each").isEqualTo(before + 4);
            lease.close();
            lease.close();
            assertThat(Yara.liveHandles()).as("one set, its scanner").isEqualTo(before + 2);
            assertThatIllegalStateException().isThrownBy(lease::scanner).withMessageContaining("has ended");
        }
        assertThat(Yara.liveHandles()).isEqualTo(before);
    }

    @Test
    void refusesLeasesAndSetsOnceClosed() {
        long before = Yara.liveHandles();
        ActiveRules active = new ActiveRules(rule("first"), ScanOptions.DEFAULT);
        active.close();
        active.close();
        assertThatIllegalStateException().isThrownBy(active::leaseScanner).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> active.swapRules(rule("second")));
        assertThat(Yara.liveHandles()).isEqualTo(before);
    }

    @Test
    void leavesNoNativeHandleAfterTenThousandScansAndTwoHundredSwapsUnderLoad() throws Exception {
        long before = Yara.liveHandles();
        AtomicInteger remaining = new AtomicInteger(10_000);
        try (ActiveRules active = new ActiveRules(rule("r0"), ScanOptions.DEFAULT);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(threads.submit(() -> scanUntilDone(active, remaining)));
            }
            for (int swap = 1; swap <= 200; swap++) {
                active.swapRules(rule("r" + swap));
            }
            for (Future<?> scans : work) {
                scans.get();
            }
            assertThat(active.current().rules().getFirst().name()).isEqualTo("r200");
        }
        assertThat(remaining.get()).isNotPositive();
        assertThat(Yara.liveHandles()).isEqualTo(before);
    }

    /** Every result must come from the set that the lease names. */
    private static void scanUntilDone(ActiveRules active, AtomicInteger remaining) {
        while (remaining.getAndDecrement() > 0) {
            try (ActiveRules.Lease lease = active.leaseScanner()) {
                assertThat(names(lease.scanner().scan(utf8("x"))))
                        .containsExactly(lease.rules().rules().getFirst().name());
            }
        }
    }

    private static RuleSet rule(String name) {
        return compile("rule %s { strings: $a = \"x\" condition: $a }".formatted(name));
    }
}
