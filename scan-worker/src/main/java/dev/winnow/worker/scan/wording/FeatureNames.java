package dev.winnow.worker.scan.wording;

import dev.winnow.yara.Facts;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the features of texts by name, for learning. One thread. */
public final class FeatureNames implements FeatureSink {
    private final WordingFeatures reader = new WordingFeatures(this);
    private final Map<Long, String> words = new HashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private String text = "";

    /** Names the traits, which have no place in a text. */
    public FeatureNames() {
        MessageTraits.listNames().forEach(name -> words.put(FeatureHash.ofName(name), name));
        TextTraits.listNames().forEach(name -> words.put(FeatureHash.ofName(name), name));
        words.put(FeatureHash.ofName(WordingFeatures.FIRST_WORD), WordingFeatures.FIRST_WORD);
        words.put(FeatureHash.ofName(WordingFeatures.LAST_WORD), WordingFeatures.LAST_WORD);
        ConceptLexicon.bundled()
                .concepts()
                .forEach(name -> words.put(FeatureHash.ofName(FeatureHash.CONCEPT + name), FeatureHash.CONCEPT + name));
        words.put(FeatureHash.ofName(WordingFeatures.LINK), WordingFeatures.LINK);
    }

    /**
     * The names of a text's features, each once, in the order of the text.
     *
     * @param unfolded the text without its disguises
     * @param folded whether folding changed it
     */
    public Collection<String> listNames(String unfolded, boolean folded, Facts links) {
        text = unfolded;
        names.clear();
        reader.readFeatures(text, folded, links);
        return List.copyOf(names);
    }

    @Override
    public void takeTrait(long hash) {
        names.add(words.get(hash));
    }

    @Override
    public void takeConcept(long hash, int start, int end) {
        names.add(words.get(hash));
    }

    @Override
    public void takeConcepts(long hash, long first, long second, int start, int end) {
        names.add(words.get(first) + ' ' + words.get(second));
    }

    @Override
    public void takeWord(long hash, int start, int end) {
        names.add(words.computeIfAbsent(hash, key -> nameWord(text, start, end)));
    }

    @Override
    public void takeRun(long hash, int start, int end) {
        takeWord(hash, start, end);
    }

    @Override
    public void takePair(long hash, long first, long second, int start, int end) {
        names.add(words.get(first) + ' ' + words.get(second));
    }

    @Override
    public void takePart(long hash, char[] word, int from, int to, int start, int end) {
        names.add(words.computeIfAbsent(hash, key -> FeatureHash.PART + new String(word, from, to - from)));
    }

    /** The name of the word at a place of a text: in lower case; a number by its length. */
    private static String nameWord(String text, int start, int end) {
        if (Character.isDigit(text.charAt(start))) {
            long digits = text.substring(start, end)
                    .chars()
                    .filter(Character::isDigit)
                    .count();
            return (digits < end - start ? "#." : "#") + Math.min(digits, WordingFeatures.LONGEST_NUMBER);
        }
        StringBuilder name = new StringBuilder();
        for (int at = start; at < end; at++) {
            name.append(Character.toLowerCase(text.charAt(at)));
        }
        return name.toString();
    }
}
