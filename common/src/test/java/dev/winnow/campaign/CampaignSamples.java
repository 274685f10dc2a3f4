package dev.winnow.campaign;

import dev.winnow.verdict.Category;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Waves for tests. */
public final class CampaignSamples {
    private CampaignSamples() {}

    /** Messages of one verdict with links, each from another sender, to three tenants. */
    public static Wave wave(Fingerprint fingerprint, Instant at, int messages, Category verdict) {
        VerdictMix mix = VerdictMix.NONE;
        for (int i = 0; i < messages; i++) {
            mix = mix.plus(verdict);
        }
        List<String> senders =
                IntStream.range(0, messages).mapToObj(i -> "+15550" + i).toList();
        return new Wave(
                fingerprint,
                at.minusSeconds(5),
                at,
                mix,
                messages,
                DistinctCount.ofNames(senders),
                DistinctCount.ofNames(List.of("alpha", "beta", "gamma")),
                Map.of("fee_lure", (long) messages, "rare_ending", 1L),
                Map.of("pay.example", (long) messages),
                "<name>: pay the fee of <number> at <link>");
    }
}
