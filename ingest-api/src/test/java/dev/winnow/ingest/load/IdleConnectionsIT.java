package dev.winnow.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.ApiClient;
import dev.winnow.ingest.RunningApi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdleConnectionsIT {
    private static final int IDLE = 10_000;
    private static final int SLOW = 1_000;
    private static final int REQUESTS = 300;

    @Test
    void servesOthersWhileTenThousandConnectionsAreIdleAndAThousandAreSlow() throws InterruptedException {
        try (RunningApi api = RunningApi.start();
                ChildProcess idle = ChildProcess.start(
                        "512m", IdleClients.class, String.valueOf(api.port()), "" + IDLE, "" + SLOW)) {
            assertThat(idle.next()).isEqualTo("open " + (IDLE + SLOW));
            ApiClient client = api.client();
            long[] nanos = new long[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                long start = System.nanoTime();
                assertThat(client.post("/v1/messages", "{\"text\":\"still served\"}")
                                .status())
                        .isEqualTo(202);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            long p99 = nanos[REQUESTS * 99 / 100] / 1_000_000;
            System.out.printf("result idle-p99-ms %d bar <= 500 %s%n", p99, p99 <= 500 ? "ok" : "short");
            assertThat(p99).isLessThanOrEqualTo(500);
        }
    }
}
