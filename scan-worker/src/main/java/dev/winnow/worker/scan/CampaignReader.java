package dev.winnow.worker.scan;

import dev.winnow.campaign.Fingerprint;
import dev.winnow.worker.scan.link.LinkLists;
import org.jspecify.annotations.Nullable;

/** Reads the fingerprint, the template and the folded form of texts, for tools. Any thread. */
public final class CampaignReader {
    private final LinkLists lists;

    public CampaignReader(LinkLists lists) {
        this.lists = lists;
    }

    /** The fingerprint of a text; null if it has too few letters. */
    public @Nullable Fingerprint readFingerprint(String text) {
        return MessageText.readText(text, lists).computeFingerprint();
    }

    /** The text with marks in the place of links, numbers and names. */
    public String writeTemplate(String text) {
        return MessageText.readText(text, lists).writeTemplate();
    }

    /** The text without its disguises, as rules see it in their second view; the text itself if it has none. */
    public String foldText(String text) {
        return MessageText.readText(text, lists).plain();
    }
}
