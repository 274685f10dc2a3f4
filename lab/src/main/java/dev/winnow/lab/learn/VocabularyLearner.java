package dev.winnow.lab.learn;

import dev.winnow.worker.scan.TextWords;
import dev.winnow.worker.scan.spelling.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists the words of messages that are no wrong spellings. One thread. */
final class VocabularyLearner {
    /** A word that one message has alone may be a wrong spelling itself. */
    private static final int LEAST_MESSAGES = 2;

    /** A wrong spelling is corrected only to words of at least this number of messages. */
    private static final int LEAST_CORRECTED = 3;

    /** A wrong spelling is corrected only to words with at least this share of notices, adverts and fraud among their messages. */
    private static final double LEAST_SHARE = 0.75;

    private static final String CHAT = "ham";

    private final Map<String, Count> counts = new HashMap<>();

    private record Count(int messages, int chats) {
        private Count add(Count other) {
            return new Count(messages + other.messages, chats + other.chats);
        }
    }

    void addMessage(LabelledMessage message) {
        Count once = new Count(1, message.label().equals(CHAT) ? 1 : 0);
        TextWords.listWords(message.text()).forEach(word -> counts.merge(word, once, Count::add));
    }

    /** The lines of the vocabulary's file, the most frequent word first. */
    List<String> listLines() {
        Stream<Map.Entry<String, Count>> words = counts.entrySet().stream().filter(VocabularyLearner::isWord);
        Comparator<Map.Entry<String, Count>> byMessages =
                Comparator.comparingInt(entry -> -entry.getValue().messages());
        return words.sorted(byMessages.thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> isCorrected(entry) ? Vocabulary.CORRECTED + entry.getKey() : entry.getKey())
                .toList();
    }

    private static boolean isWord(Map.Entry<String, Count> entry) {
        String word = entry.getKey();
        boolean severalLetters = word.chars().distinct().count() > 1;
        return entry.getValue().messages() >= LEAST_MESSAGES && word.length() <= Vocabulary.LONGEST && severalLetters;
    }

    private static boolean isCorrected(Map.Entry<String, Count> entry) {
        Count count = entry.getValue();
        return entry.getKey().length() >= Vocabulary.SHORTEST_CORRECTED
                && count.messages() >= LEAST_CORRECTED
                && count.messages() - count.chats() >= LEAST_SHARE * count.messages();
    }
}
