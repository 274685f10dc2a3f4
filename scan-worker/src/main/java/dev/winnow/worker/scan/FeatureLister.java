package dev.winnow.worker.scan;

import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.wording.FeatureNames;
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
        MessageText read = MessageText.readText(text, lists);
        return names.listNames(read.plain(), read.isFolded(), read.links().facts());
    }
}
