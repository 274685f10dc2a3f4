package dev.winnow.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.verdict.Category;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaveCountersTest {
    private static final Fingerprint ONE = new Fingerprint(0x0102030405060708L, 0x1112131415161718L);
    private static final Fingerprint NEAR_ONE = new Fingerprint(0x0102030405060709L, 0x1112131415161718L);

    private final InMemoryCampaignLog log = new InMemoryCampaignLog();
    private final WaveCounters counters = new WaveCounters(log, Clock.systemUTC());

    @Test
    void reportsWhatIsNearAsOneWave() {
        counters.countMessage(message(ONE, "alpha", "+1", Category.CLEAN));
        counters.countMessage(message(NEAR_ONE, "beta", "+2", Category.JUNK));
        counters.countMessage(message(ONE, "beta", "+2", Category.CLEAN));
        counters.countMessage(message(new Fingerprint(7, 9), "beta", "+3", Category.CLEAN));
        counters.flush();

        Wave wave = onlyWave();
        assertThat(wave.fingerprint()).isEqualTo(ONE);
        assertThat(wave.verdicts()).isEqualTo(new VerdictMix(1, 0, 0, 2));
        assertThat(wave.senders().estimate()).isEqualTo(2);
        assertThat(wave.tenants().estimate()).isEqualTo(2);
        assertThat(wave.withLink()).isEqualTo(3);
        assertThat(wave.rules()).containsEntry("fee_lure", 3L);
        assertThat(wave.template()).isNull();
    }

    @Test
    void reportsOnlyWhatCameSinceTheLastReport() {
        for (int i = 0; i < 5; i++) {
            counters.countMessage(message(ONE, "alpha", "+" + i, Category.CLEAN));
        }
        counters.flush();
        counters.flush();
        counters.countMessage(message(ONE, "alpha", "+9", Category.PROMOTION));
        counters.flush();

        assertThat(reports())
                .extracting(report -> report.waves().getFirst().verdicts())
                .containsExactly(new VerdictMix(0, 0, 0, 5), new VerdictMix(0, 1, 0, 0));
    }

    @Test
    void keepsWavesWhileTheStoreIsAway() {
        log.goDown();
        for (int i = 0; i < 3; i++) {
            counters.countMessage(message(ONE, "alpha", "+1", Category.CLEAN));
            counters.flush();
        }
        log.comeBack();
        counters.flush();
        counters.countMessage(message(ONE, "alpha", "+1", Category.CLEAN));
        counters.close();

        assertThat(reports().stream()
                        .flatMap(report -> report.waves().stream())
                        .map(wave -> wave.verdicts().messages()))
                .containsExactly(3L, 1L);
    }

    @Test
    void asksForATemplateOnceACampaignIsReportedWithoutOne() {
        assertThat(counters.wantsTemplate(ONE)).isFalse();
        for (int i = 0; i < 3; i++) {
            counters.countMessage(message(ONE, "alpha", "+1", Category.CLEAN));
        }
        counters.flush();
        assertThat(counters.wantsTemplate(ONE)).isTrue();
        assertThat(counters.wantsTemplate(NEAR_ONE)).isTrue();
        assertThat(counters.wantsTemplate(new Fingerprint(7, 9))).isFalse();

        counters.countMessage(new WaveMessage(
                ONE, "alpha", "+1", Category.CLEAN, List.of(), true, List.of("pay.example"), "pay at <link>"));
        counters.flush();
        assertThat(counters.wantsTemplate(ONE)).isFalse();
        assertThat(reports().getLast().waves().getFirst().template()).isEqualTo("pay at <link>");
        assertThat(reports().getLast().waves().getFirst().domains()).containsEntry("pay.example", 1L);
    }

    @Test
    void tellsHowLargeACampaignIsRoundedDown() {
        for (int i = 0; i < 57; i++) {
            counters.countMessage(message(ONE, "tenant-" + i % 3, "+" + i % 12, Category.CLEAN));
        }
        assertThat(counters.sizeOf(ONE)).isEqualTo(WaveSize.NONE);
        counters.flush();

        assertThat(counters.sizeOf(ONE)).isEqualTo(new WaveSize(50, 10, 2));
        assertThat(counters.sizeOf(NEAR_ONE)).isEqualTo(new WaveSize(50, 10, 2));
        assertThat(counters.sizeOf(new Fingerprint(7, 9))).isEqualTo(WaveSize.NONE);
    }

    @Test
    void knowsWhatOtherWorkersReported() {
        log.saveCampaigns(List.of(Campaign.begin(CampaignSamples.wave(NEAR_ONE, Instant.now(), 250, Category.CLEAN))));
        for (int i = 0; i < 5; i++) {
            counters.countMessage(message(ONE, "alpha", "+1", Category.CLEAN));
        }
        counters.flush();
        counters.flush();

        WaveSize size = counters.sizeOf(ONE);
        assertThat(size.messages()).isEqualTo(200);
        assertThat(size.senders()).isEqualTo(200);
        assertThat(size.tenants()).isEqualTo(2);
    }

    @Test
    void findsCampaignsAmongOtherMessagesAndForgetsTheRest() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 4 * WaveSketch.PLACES; i++) {
            counters.countMessage(
                    message(new Fingerprint(random.nextLong(), random.nextLong()), "alpha", null, Category.CLEAN));
            if (i % 1_000 == 0) {
                counters.countMessage(message(ONE, "alpha", "+" + i, Category.CLEAN));
            }
        }
        counters.flush();

        assertThat(onlyWave().fingerprint()).isEqualTo(ONE);
        assertThat(onlyWave().verdicts().messages()).isEqualTo(132);
        assertThat(onlyWave().senders().estimate()).isBetween(112L, 152L);
    }

    @Test
    void boundsTheCampaignsAtOnce() {
        for (int i = 0; i < 3 * WaveSketch.MAX_TALLIES; i++) {
            Fingerprint fingerprint = new Fingerprint(i * 0x9e3779b97f4a7c15L, i * 0xc2b2ae3d27d4eb4fL);
            for (int each = 0; each < 3; each++) {
                counters.countMessage(message(fingerprint, "alpha", "+1", Category.CLEAN));
            }
        }
        for (int i = 0; i < 100; i++) {
            counters.flush();
        }

        assertThat(reports()).isNotEmpty();
        assertThat(reports().stream().mapToInt(report -> report.waves().size()).sum())
                .isLessThanOrEqualTo(WaveSketch.MAX_TALLIES);
    }

    @Test
    void countsEachMessageOfManyThreads() {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                String sender = "+" + thread;
                threads.execute(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        counters.countMessage(message(ONE, "alpha", sender, Category.CLEAN));
                    }
                });
            }
        }
        counters.flush();

        assertThat(onlyWave().verdicts().clean()).isEqualTo(4_000);
        assertThat(onlyWave().senders().estimate()).isEqualTo(4);
    }

    private Wave onlyWave() {
        assertThat(reports()).hasSize(1);
        assertThat(reports().getFirst().waves()).hasSize(1);
        return reports().getFirst().waves().getFirst();
    }

    private List<WaveReport> reports() {
        return log.listReports(Instant.EPOCH, Instant.now().plusSeconds(60));
    }

    private static WaveMessage message(
            Fingerprint fingerprint, String tenant, @Nullable String sender, Category verdict) {
        return new WaveMessage(fingerprint, tenant, sender, verdict, List.of("fee_lure"), true, List.of(), null);
    }
}
