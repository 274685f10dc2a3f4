package dev.winnow.lab.evaluate;

import dev.winnow.lab.learn.LabelledMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Multinomial naive Bayes on words and pairs of words with add-one smoothing: the common classifier, to compare with. */
final class NaiveBayes {
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, int[]> counts = new HashMap<>();
    private final int[] messages = new int[2];
    private final long[] terms = new long[2];

    NaiveBayes(List<LabelledMessage> training) {
        for (LabelledMessage message : training) {
            int label = message.isJunk() ? 1 : 0;
            messages[label]++;
            for (String term : splitTerms(message.text())) {
                counts.computeIfAbsent(term, key -> new int[2])[label]++;
                terms[label]++;
            }
        }
    }

    /** The log-odds that the text is junk. */
    double scoreText(String text) {
        double odds = Math.log((messages[1] + 1.0) / (messages[0] + 1.0));
        for (String term : splitTerms(text)) {
            int[] count = counts.get(term);
            if (count != null) {
                odds += Math.log((count[1] + 1.0) / (terms[1] + counts.size()))
                        - Math.log((count[0] + 1.0) / (terms[0] + counts.size()));
            }
        }
        return odds;
    }

    private static List<String> splitTerms(String text) {
        String[] words = SPLIT.split(text.toLowerCase(Locale.ROOT));
        List<String> terms = new ArrayList<>(List.of(words));
        for (int i = 1; i < words.length; i++) {
            terms.add(words[i - 1] + ' ' + words[i]);
        }
        return terms;
    }
}
