package dev.winnow.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.verdict.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The contract of every {@link CampaignLog}, with one subclass for each adapter. */
public abstract class CampaignLogContract {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String worker = UUID.randomUUID().toString();

    /** The log under test, which may hold campaigns of other tests. */
    protected abstract CampaignLog log();

    @Test
    void listsTheReportsOfARangeInTheirOrder() {
        WaveReport before = report(now.minus(Duration.ofMinutes(40)));
        WaveReport first = report(now.minus(Duration.ofMinutes(20)));
        WaveReport second = report(now.minusMillis(1));
        WaveReport after = report(now);
        List.of(second, before, after, first).forEach(log()::saveReport);

        assertThat(log().listReports(first.at(), now))
                .filteredOn(report -> report.worker().equals(worker))
                .containsExactly(first, second);
    }

    @Test
    void replacesTheReportOfTheSameWorkerAndTime() {
        log().saveReport(new WaveReport(worker, now, List.of()));
        WaveReport later = report(now);
        log().saveReport(later);

        assertThat(log().listReports(now, now.plusSeconds(1)))
                .filteredOn(report -> report.worker().equals(worker))
                .containsExactly(later);
    }

    @Test
    void findsACampaignAsItWasSavedLast() {
        Campaign first = Campaign.begin(CampaignSamples.wave(random(), now, 40, Category.CLEAN));
        Campaign grown = first.plus(CampaignSamples.wave(first.fingerprint(), now.plusSeconds(10), 5, Category.JUNK));
        log().saveCampaigns(List.of(first));
        log().saveCampaigns(List.of(grown));

        assertThat(log().findCampaign(first.id())).contains(grown);
        assertThat(log().findCampaign("0000000000000000")).isEmpty();
    }

    @Test
    void listsCampaignsThatWereSeenSinceATime() {
        Campaign old =
                Campaign.begin(CampaignSamples.wave(random(), now.minus(Duration.ofHours(5)), 40, Category.JUNK));
        Campaign recent = Campaign.begin(CampaignSamples.wave(random(), now, 40, Category.JUNK));
        log().saveCampaigns(List.of(old, recent));

        assertThat(log().listCampaigns(now)).contains(recent).doesNotContain(old);
        assertThat(log().listCampaigns(now.minus(Duration.ofHours(5)))).contains(recent, old);
    }

    @Test
    void deletesCampaigns() {
        Campaign campaign = Campaign.begin(CampaignSamples.wave(random(), now, 40, Category.JUNK));
        log().saveCampaigns(List.of(campaign));
        log().deleteCampaigns(List.of(campaign.id(), "0000000000000000"));

        assertThat(log().findCampaign(campaign.id())).isEmpty();
        assertThat(log().listCampaigns(now)).doesNotContain(campaign);
    }

    @Test
    void listsTheMostUrgentFirstAndLeavesSmallOnesOut() {
        Campaign small = Campaign.begin(CampaignSamples.wave(random(), now, 19, Category.CLEAN));
        Campaign junk = Campaign.begin(CampaignSamples.wave(random(), now, 5_000, Category.JUNK));
        Campaign clean = Campaign.begin(CampaignSamples.wave(random(), now, 300, Category.CLEAN));
        log().saveCampaigns(List.of(small, junk, clean));

        assertThat(log().listUrgent(now, now, false, 1_000))
                .filteredOn(List.of(small, junk, clean)::contains)
                .containsExactly(clean, junk);
        assertThat(log().listUrgent(now, now, true, 1_000)).contains(clean).doesNotContain(junk, small);
    }

    private WaveReport report(Instant at) {
        return new WaveReport(
                worker,
                at,
                List.of(
                        CampaignSamples.wave(random(), at, 7, Category.CLEAN),
                        CampaignSamples.wave(random(), at, 3, Category.JUNK)));
    }

    private static Fingerprint random() {
        RandomGenerator random = RandomGenerator.getDefault();
        return new Fingerprint(random.nextLong(), random.nextLong());
    }
}
