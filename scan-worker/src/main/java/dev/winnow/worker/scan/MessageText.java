package dev.winnow.worker.scan;

import dev.winnow.campaign.Fingerprint;
import dev.winnow.worker.scan.campaign.MessageTemplate;
import dev.winnow.worker.scan.campaign.TextFingerprint;
import dev.winnow.worker.scan.link.LinkFacts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.link.LinkReading;
import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.yara.Variable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message as it is read before the scan.
 *
 * @param text the text itself
 * @param raw the text in UTF-8
 * @param folded the text without its disguises; null if it has none
 * @param plain the folded text if there is one, the text itself otherwise
 * @param links its links
 */
// Nothing compares two texts, and the scan reads the bytes without a copy.
@SuppressWarnings("ArrayRecordComponent")
record MessageText(String text, byte[] raw, @Nullable FoldedText folded, String plain, LinkReading links) {
    static MessageText readText(String text, LinkLists lists) {
        Vocabulary vocabulary = Vocabulary.bundled();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        FoldedText folded =
                DisguiseCheck.mayBeDisguised(raw, vocabulary) ? FoldedText.foldText(text, vocabulary) : null;
        if (folded == null || !folded.differs()) {
            return new MessageText(text, raw, null, text, LinkFacts.readLinks(text, raw, lists));
        }
        String plain = new String(folded.utf8(), StandardCharsets.UTF_8);
        return new MessageText(text, raw, folded, plain, LinkFacts.readLinks(text, raw, plain, folded.utf8(), lists));
    }

    boolean isFolded() {
        return folded != null;
    }

    /** What the text has in common with others of its campaign; null if it has too few letters. Computed anew at each call. */
    @Nullable Fingerprint computeFingerprint() {
        return TextFingerprint.compute(text, linkPlaces());
    }

    /** The text with marks in the place of links, numbers and names. */
    String writeTemplate() {
        String base = links.places().length == 0 || links.folded() ? plain : text;
        String mark = links.facts().valueOf(Variable.LINK_SHORT).equals(true) ? "<short link>" : "<link>";
        return MessageTemplate.write(base, links.places(), mark);
    }

    /** The registrable domains of the links, each once. */
    List<String> listDomains() {
        String domains = (String) links.facts().valueOf(Variable.LINK_DOMAINS);
        return domains.isEmpty() ? List.of() : List.of(domains.split(" ", -1));
    }

    boolean hasLink() {
        return links.places().length > 0;
    }

    /** The beginning and the end of each link in code points of the text itself. */
    private int[] linkPlaces() {
        int[] places = links.places();
        if (folded == null || !links.folded()) {
            return places;
        }
        int[] raw = new int[places.length];
        for (int i = 0; i < places.length; i += 2) {
            raw[i] = folded.rawStartOf(places[i]);
            raw[i + 1] = folded.rawEndOf(places[i + 1] - 1);
        }
        return raw;
    }
}
