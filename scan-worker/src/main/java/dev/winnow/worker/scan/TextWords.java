package dev.winnow.worker.scan;

import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.worker.scan.spelling.WordLetters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lists the words of texts, to learn a vocabulary from. Stateless. */
public final class TextWords {
    private static final String LINK = "\\S*(://|www\\.)\\S*|\\S+\\.\\p{L}{2,10}/\\S*";

    private TextWords() {}

    /** The words of a text outside its links, in lower case and without accents, each once. */
    public static Set<String> listWords(String text) {
        FoldedText folded = FoldedText.foldText(text, Vocabulary.empty());
        String plain = new String(folded.utf8(), StandardCharsets.UTF_8).replaceAll(LINK, " ") + ' ';
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (WordLetters.contains(c)) {
                word.append(WordLetters.toLowerCase(c));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        return words;
    }
}
