package dev.winnow.lab.campaign;

import dev.winnow.campaign.Fingerprint;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.worker.scan.CampaignReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes the campaigns that a stream hides, from junk of the corpora, no two of them alike. */
final class HiddenCampaigns {
    private static final Set<String> JUNK = Set.of("spam", "smishing");
    private static final int FEWEST = 20;
    private static final int MOST = 5_000;
    private static final double SHORTEST = 0.05;
    private static final double LONGEST = 0.3;

    private HiddenCampaigns() {}

    static List<HiddenCampaign> chooseFrom(List<Corpus> corpora, int number, CampaignReader reader) {
        List<String> texts = new ArrayList<>(corpora.stream()
                .flatMap(corpus -> corpus.messages().stream())
                .filter(message -> JUNK.contains(message.label()))
                .map(LabelledMessage::text)
                .toList());
        Collections.shuffle(texts, new Random(25));
        SplittableRandom random = new SplittableRandom(25);
        List<Fingerprint> taken = new ArrayList<>();
        List<HiddenCampaign> campaigns = new ArrayList<>();
        for (String text : texts) {
            Fingerprint fingerprint = reader.readFingerprint(text);
            if (campaigns.size() < number
                    && fingerprint != null
                    && taken.stream().noneMatch(fingerprint::isNear)) {
                taken.add(fingerprint);
                campaigns.add(newCampaign(campaigns.size(), text, random));
            }
        }
        return campaigns;
    }

    /** Makes a campaign. The logarithms of the sizes are spread evenly, so that there are many small ones. */
    private static HiddenCampaign newCampaign(int number, String text, SplittableRandom random) {
        int messages = (int) Math.round(FEWEST * Math.pow((double) MOST / FEWEST, random.nextDouble()));
        double length = random.nextDouble(SHORTEST, LONGEST);
        double start = random.nextDouble(1 - length);
        return new HiddenCampaign(number, text, messages, start, start + length);
    }
}
