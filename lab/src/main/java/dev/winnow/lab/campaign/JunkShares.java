package dev.winnow.lab.campaign;

import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import java.util.List;

/** How many messages of hidden campaigns, and how many of chat, are called junk. One thread. */
final class JunkShares {
    private long hidden;
    private long hiddenJunk;
    private long chat;
    private long chatJunk;

    /**
     * Counts the messages of an envelope.
     *
     * @param isHidden whether each message is of a hidden campaign
     */
    void add(EnvelopeVerdicts verdicts, List<Boolean> isHidden) {
        for (int slot = 0; slot < isHidden.size(); slot++) {
            boolean isJunk = verdicts.slots().get(slot).verdict() instanceof Verdict.Judged judged
                    && judged.category() == Category.JUNK;
            if (isHidden.get(slot)) {
                hidden++;
                hiddenJunk += isJunk ? 1 : 0;
            } else {
                chat++;
                chatJunk += isJunk ? 1 : 0;
            }
        }
    }

    double shareOfHidden() {
        return (double) hiddenJunk / Math.max(1, hidden);
    }

    double shareOfChat() {
        return (double) chatJunk / Math.max(1, chat);
    }
}
