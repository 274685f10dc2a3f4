package dev.winnow.worker.scan;

import dev.winnow.worker.scan.link.LinkFacts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.yara.Facts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message as it is read before the scan.
 *
 * @param raw the text in UTF-8
 * @param folded the text without its disguises; null if it has none
 * @param plain the folded text if there is one, the text itself otherwise
 * @param links the facts about its links
 */
// Nothing compares two texts, and the scan reads the bytes without a copy.
@SuppressWarnings("ArrayRecordComponent")
record MessageText(byte[] raw, @Nullable FoldedText folded, String plain, Facts links) {
    static MessageText readText(String text, LinkLists lists) {
        Vocabulary vocabulary = Vocabulary.bundled();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        FoldedText folded =
                DisguiseCheck.mayBeDisguised(raw, vocabulary) ? FoldedText.foldText(text, vocabulary) : null;
        if (folded == null || !folded.differs()) {
            return new MessageText(raw, null, text, LinkFacts.computeFacts(text, raw, lists));
        }
        String plain = new String(folded.utf8(), StandardCharsets.UTF_8);
        return new MessageText(raw, folded, plain, LinkFacts.computeFacts(text, raw, plain, folded.utf8(), lists));
    }

    boolean isFolded() {
        return folded != null;
    }
}
