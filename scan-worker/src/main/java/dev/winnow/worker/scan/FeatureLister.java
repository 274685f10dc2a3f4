package dev.winnow.worker.scan;

import dev.winnow.worker.scan.link.LinkFacts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.wording.FeatureNames;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Lists the features that the scanner would score a message by. One thread. */
public final class FeatureLister {
    private final FeatureNames names = new FeatureNames();
    private final LinkLists lists;

    /** A lister that compares links with these lists. */
    public FeatureLister(LinkLists lists) {
        this.lists = lists;
    }

    /** The names of the features of a text, each once. */
    public Collection<String> listFeatures(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        FoldedText folded = FoldedText.mayDiffer(raw) ? FoldedText.foldText(text) : null;
        if (folded == null || !folded.differs()) {
            return names.listNames(text, false, LinkFacts.computeFacts(text, raw, lists));
        }
        String unfolded = new String(folded.utf8(), StandardCharsets.UTF_8);
        return names.listNames(unfolded, true, LinkFacts.computeFacts(text, raw, folded.utf8(), lists));
    }
}
