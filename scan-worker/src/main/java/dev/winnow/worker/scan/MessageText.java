package dev.winnow.worker.scan;

import dev.winnow.worker.scan.link.LinkFacts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.link.LinkReading;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message as it is read before the scan.
 *
 * @param raw the text in UTF-8
 * @param folded the text without its disguises; null if it has none
 * @param plain the folded text if there is one, the text itself otherwise
 * @param links its links
 */
// Nothing compares two texts, and the scan reads the bytes without a copy.
@SuppressWarnings("ArrayRecordComponent")
record MessageText(byte[] raw, @Nullable FoldedText folded, String plain, LinkReading links) {
    static MessageText readText(String text, LinkLists lists) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        FoldedText folded = FoldedText.mayDiffer(raw) ? FoldedText.foldText(text) : null;
        if (folded == null || !folded.differs()) {
            return new MessageText(raw, null, text, LinkFacts.readLinks(text, raw, lists));
        }
        String plain = new String(folded.utf8(), StandardCharsets.UTF_8);
        return new MessageText(raw, folded, plain, LinkFacts.readLinks(text, raw, plain, folded.utf8(), lists));
    }

    boolean isFolded() {
        return folded != null;
    }

    /** The beginning and the end of each link in code points of the text itself. */
    int[] linkPlaces() {
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
