package dev.winnow.lab.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages of a stream in their order: each campaign spread evenly over its time, and chat in all other places. One thread. */
final class MessageStream {
    private static final int SENDERS_OF_CHAT = 100_000;
    private static final int SENDERS_OF_A_CAMPAIGN = 200;

    /**
     * One message.
     *
     * @param campaign null for chat
     * @param count its number within its campaign, from 1; 0 for chat
     */
    record Message(String text, String sender, @Nullable HiddenCampaign campaign, int count) {}

    private final TreeMap<Integer, List<HiddenCampaign>> due = new TreeMap<>();
    private final List<HiddenCampaign> waiting = new ArrayList<>();
    private final Map<HiddenCampaign, Integer> counts = new HashMap<>();
    private final ChatWriter chat;
    private final SplittableRandom random;
    private int place;

    MessageStream(List<HiddenCampaign> campaigns, ChatWriter chat, int length, SplittableRandom random) {
        this.chat = chat;
        this.random = random;
        for (HiddenCampaign campaign : campaigns) {
            for (int i = 0; i < campaign.messages(); i++) {
                double share = campaign.start() + (campaign.end() - campaign.start()) * i / campaign.messages();
                due.computeIfAbsent((int) (share * length), _ -> new ArrayList<>())
                        .add(campaign);
            }
        }
    }

    Message next() {
        List<HiddenCampaign> now = due.remove(place++);
        if (now != null) {
            waiting.addAll(now);
        }
        if (waiting.isEmpty()) {
            return new Message(chat.writeMessage(), "+44" + random.nextInt(SENDERS_OF_CHAT), null, 0);
        }
        HiddenCampaign campaign = waiting.removeFirst();
        return new Message(
                campaign.writeMessage(random),
                "+1" + campaign.number() + "0" + random.nextInt(SENDERS_OF_A_CAMPAIGN),
                campaign,
                counts.merge(campaign, 1, Integer::sum));
    }
}
