package dev.winnow.lab.campaign;

import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.campaign.WaveCounters;
import dev.winnow.campaign.WaveMessage;
import dev.winnow.lab.evaluate.EvaluationFigures;
import dev.winnow.verdict.Category;
import dev.winnow.worker.scan.campaign.TextFingerprint;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

/** What campaigns cost a worker: the time of a message, and the memory of the counters when they are full. */
final class CampaignCost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int[] NO_LINKS = {};
    private static final int ROUNDS = 30;
    private static final int FULL = 40_000;
    private static final int CAMPAIGNS = 2_000;
    private static final int MESSAGES_A_CAMPAIGN = 500;

    private final EvaluationFigures figures;

    CampaignCost(EvaluationFigures figures) {
        this.figures = figures;
    }

    /** Processor time, the best of some rounds: fingerprint and count of each text, one after the other on one thread. */
    void measureTime(List<String> texts) {
        WaveCounters counters = new WaveCounters(CampaignLog.NONE, Clock.systemUTC());
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            for (String text : texts) {
                Fingerprint fingerprint = TextFingerprint.compute(text, NO_LINKS);
                if (fingerprint != null) {
                    counters.countMessage(newMessage(fingerprint, "+1"));
                }
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - begin) / 1e3 / texts.size());
        }
        figures.atMost("campaign-microseconds", best, 3);
    }

    /** Memory with as many campaigns as are counted at once, each from many senders, and as many other texts as are remembered. */
    void measureMemory() {
        long before = usedBytes();
        WaveCounters counters = new WaveCounters(CampaignLog.NONE, Clock.systemUTC());
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < CAMPAIGNS; i++) {
            Fingerprint fingerprint = new Fingerprint(random.nextLong(), random.nextLong());
            for (int each = 0; each < MESSAGES_A_CAMPAIGN; each++) {
                counters.countMessage(newMessage(fingerprint, "+1555" + random.nextInt()));
            }
        }
        for (int i = 0; i < FULL; i++) {
            counters.countMessage(
                    newMessage(new Fingerprint(random.nextLong(), random.nextLong()), "+1555" + random.nextInt()));
        }
        double megabytes = (usedBytes() - before) / 1e6;
        counters.close();
        figures.atMost("campaign-worker-megabytes", megabytes, 16);
    }

    private static WaveMessage newMessage(Fingerprint fingerprint, String sender) {
        return new WaveMessage(
                fingerprint, "tenant", sender, Category.CLEAN, List.of("fee_lure"), true, List.of(), null);
    }

    private static long usedBytes() {
        // Serial collection, as make starts it, frees all in one call.
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
