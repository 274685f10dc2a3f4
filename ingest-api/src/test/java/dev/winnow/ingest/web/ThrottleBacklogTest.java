package dev.winnow.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.ingest.web.ThrottleBacklog.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThrottleBacklogTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void runsTenLetsTenWaitAndRefusesTwentyAtOnce() throws Exception {
        ThrottleBacklog throttle = new ThrottleBacklog(10, 10, LONG);
        CountDownLatch work = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger succeeded = new AtomicInteger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(clients.submit(() -> {
                    switch (throttle.enterBacklog()) {
                        case Entry.Admitted(ThrottleBacklog.Place place) -> {
                            work.await();
                            succeeded.incrementAndGet();
                            place.close();
                        }
                        case Entry.CapacityExceeded _ -> refused.incrementAndGet();
                        case Entry.BacklogTimeout _ -> throw new AssertionError("no request waits that long here");
                    }
                    return null;
                }));
            }
            await().until(() -> refused.get() == 20);
            assertThat(succeeded).hasValue(0);
            work.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(succeeded).hasValue(20);
        assertThat(refused).hasValue(20);
    }

    @Test
    void givesUpWaitingAfterTheBacklogTimeoutAndFreesTheBacklog() throws Exception {
        ThrottleBacklog throttle = new ThrottleBacklog(1, 1, Duration.ofMillis(20));
        ThrottleBacklog.Place held = admitted(throttle.enterBacklog());

        assertThat(throttle.enterBacklog()).isInstanceOf(Entry.BacklogTimeout.class);
        assertThat(throttle.enterBacklog()).isInstanceOf(Entry.BacklogTimeout.class);

        held.close();
        admitted(throttle.enterBacklog()).close();
    }

    @Test
    void endsTheWaitOfLaterRequestsToo() throws Exception {
        ThrottleBacklog throttle = new ThrottleBacklog(1, 3, Duration.ofMillis(500));
        admitted(throttle.enterBacklog());
        List<FutureTask<Entry>> waiters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            FutureTask<Entry> waiter = new FutureTask<>(throttle::enterBacklog);
            Thread client = Thread.ofPlatform().start(waiter);
            await().until(() -> client.getState() == Thread.State.TIMED_WAITING || waiter.isDone());
            waiters.add(waiter);
        }
        for (FutureTask<Entry> waiter : waiters) {
            assertThat(waiter.get()).isInstanceOf(Entry.BacklogTimeout.class);
        }
    }

    @Test
    void refusesAtOnceWithoutABacklog() throws Exception {
        ThrottleBacklog throttle = new ThrottleBacklog(1, 0, LONG);
        ThrottleBacklog.Place held = admitted(throttle.enterBacklog());

        assertThat(throttle.enterBacklog()).isInstanceOf(Entry.CapacityExceeded.class);
        held.close();
        held.close();

        admitted(throttle.enterBacklog());
        assertThat(throttle.enterBacklog()).isInstanceOf(Entry.CapacityExceeded.class);
    }

    @Test
    void servesWaitersInTheOrderOfArrival() throws Exception {
        ThrottleBacklog throttle = new ThrottleBacklog(1, 5, LONG);
        ThrottleBacklog.Place held = admitted(throttle.enterBacklog());
        List<Integer> served = new CopyOnWriteArrayList<>();
        List<Thread> waiters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            Thread waiter = Thread.ofPlatform().start(() -> serve(throttle, served, number));
            await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
            waiters.add(waiter);
        }

        held.close();
        for (Thread waiter : waiters) {
            waiter.join();
        }

        assertThat(served).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void freesTheBacklogWhenAWaiterIsInterrupted() throws Exception {
        ThrottleBacklog throttle = new ThrottleBacklog(1, 1, LONG);
        ThrottleBacklog.Place held = admitted(throttle.enterBacklog());
        Thread waiter = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(throttle::enterBacklog).isInstanceOf(InterruptedException.class));
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        assertThat(throttle.enterBacklog()).isInstanceOf(Entry.CapacityExceeded.class);

        waiter.interrupt();
        waiter.join();

        held.close();
        admitted(throttle.enterBacklog());
    }

    @Test
    void refusesInvalidLimits() {
        assertThatThrownBy(() -> new ThrottleBacklog(0, 1, LONG)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ThrottleBacklog(1, -1, LONG)).hasMessageContaining("at least 0");
    }

    private static void serve(ThrottleBacklog throttle, List<Integer> served, int number) {
        try {
            ThrottleBacklog.Place place = admitted(throttle.enterBacklog());
            served.add(number);
            place.close();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ThrottleBacklog.Place admitted(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Admitted.class);
        return ((Entry.Admitted) entry).place();
    }
}
