package dev.winnow.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.Category;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CampaignMergerTest {
    private static final Fingerprint ONE = new Fingerprint(0x0102030405060708L, 0x1112131415161718L);
    private static final Fingerprint NEAR_ONE = new Fingerprint(0x0102030405060709L, 0x1112131415161719L);

    private final InMemoryCampaignLog log = new InMemoryCampaignLog();
    private final CampaignMerger merger = new CampaignMerger(log, movable());
    private Instant now = Instant.parse("2026-11-30T10:30:00Z");

    @Test
    void joinsWhatWorkersReportOfOneCampaign() {
        report("a", wave(ONE, 12, Category.CLEAN));
        report("b", wave(NEAR_ONE, 20, Category.JUNK), wave(new Fingerprint(1, 2), 30, Category.JUNK));
        merger.mergeReports();

        Campaign first = find(ONE);
        assertThat(first.verdicts()).isEqualTo(new VerdictMix(20, 0, 0, 12));
        assertThat(first.senders().estimate()).isEqualTo(20);
        assertThat(first.tenants().estimate()).isEqualTo(3);
        assertThat(first.growth(now)).isEqualTo(32);
        assertThat(log.listCampaigns(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void mergesAReportOnceAndKeepsTheId() {
        report("a", wave(ONE, 12, Category.CLEAN));
        merger.mergeReports();
        String id = find(ONE).id();
        merger.mergeReports();
        now = now.plusSeconds(10);
        report("a", wave(NEAR_ONE, 5, Category.CLEAN));
        merger.mergeReports();

        assertThat(find(ONE).messages()).isEqualTo(17);
        assertThat(find(ONE).id()).isEqualTo(id);
    }

    @Test
    void goesOnAfterARestart() {
        report("a", wave(ONE, 12, Category.CLEAN));
        merger.mergeReports();
        now = now.plusSeconds(30);
        report("a", wave(ONE, 5, Category.CLEAN));
        new CampaignMerger(log, movable()).mergeReports();

        assertThat(find(ONE).messages()).isEqualTo(17);
    }

    @Test
    void takesAReportOfAClockThatIsBehind() {
        merger.mergeReports();
        log.saveReport(new WaveReport("slow", now.minusSeconds(40), List.of(wave(ONE, 12, Category.CLEAN))));
        now = now.plusSeconds(10);
        merger.mergeReports();

        assertThat(find(ONE).messages()).isEqualTo(12);
    }

    @Test
    void mergesAllAfterTheStoreWasAway() {
        report("a", wave(ONE, 12, Category.CLEAN));
        merger.mergeReports();
        log.goDown();
        now = now.plus(Duration.ofHours(2));
        assertThatThrownBy(merger::mergeReports).isInstanceOf(StoreUnavailableException.class);
        log.comeBack();
        now = now.minus(Duration.ofHours(1));
        report("a", wave(ONE, 5, Category.CLEAN));
        now = now.plus(Duration.ofHours(1));
        merger.mergeReports();

        assertThat(find(ONE).messages()).isEqualTo(17);
    }

    @Test
    void tellsOfACampaignOnceItIsLarge() {
        List<Long> told = new ArrayList<>();
        merger.watchDetected(_ -> {
            throw new IllegalStateException("a watcher that fails stops no other");
        });
        merger.watchDetected(campaign -> told.add(campaign.messages()));
        report("a", wave(ONE, 15, Category.CLEAN));
        merger.mergeReports();
        assertThat(told).isEmpty();

        now = now.plusSeconds(10);
        report("a", wave(ONE, 15, Category.CLEAN));
        merger.mergeReports();
        now = now.plusSeconds(10);
        report("a", wave(ONE, 15, Category.CLEAN));
        merger.mergeReports();
        assertThat(told).containsExactly(30L);
    }

    @Test
    void forgetsCampaignsThatAreOverAndKeepsNoMoreThanItsLimit() {
        report("a", wave(ONE, 50, Category.CLEAN));
        merger.mergeReports();
        now = now.plus(CampaignLog.CAMPAIGNS_KEPT).plusSeconds(60);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 25; i++) {
            Wave[] waves = new Wave[WaveReport.MAX_WAVES];
            for (int each = 0; each < waves.length; each++) {
                waves[each] = wave(new Fingerprint(random.nextLong(), random.nextLong()), 11, Category.JUNK);
            }
            report("worker-" + i, waves);
        }
        for (int run = 0; run < 15; run++) {
            merger.mergeReports();
        }

        assertThat(log.findCampaign(Campaign.begin(wave(ONE, 1, Category.CLEAN)).id()))
                .isEmpty();
        assertThat(log.listCampaigns(Instant.EPOCH).size()).isEqualTo(CampaignLog.MAX_CAMPAIGNS);
    }

    @Test
    void putsCleanOnesWithLinksFromManySendersFirst() {
        Campaign junk = Campaign.begin(wave(ONE, 900, Category.JUNK));
        Campaign clean = Campaign.begin(wave(new Fingerprint(1, 2), 30, Category.CLEAN));
        Campaign over = Campaign.begin(
                CampaignSamples.wave(new Fingerprint(3, 4), now.minus(Duration.ofHours(3)), 90, Category.CLEAN));

        assertThat(clean.needsAttention(now)).isTrue();
        assertThat(junk.needsAttention(now)).isFalse();
        assertThat(over.needsAttention(now)).isFalse();
        assertThat(List.of(over, junk, clean).stream().sorted(Campaign.mostUrgentFirst(now)))
                .containsExactly(clean, junk, over);
    }

    private Campaign find(Fingerprint fingerprint) {
        String id = Campaign.begin(wave(fingerprint, 1, Category.CLEAN)).id();
        return log.findCampaign(id).orElseThrow();
    }

    private void report(String worker, Wave... waves) {
        log.saveReport(new WaveReport(worker, now, List.of(waves)));
    }

    private Wave wave(Fingerprint fingerprint, int messages, Category verdict) {
        return CampaignSamples.wave(fingerprint, now, messages, verdict);
    }

    private Clock movable() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
