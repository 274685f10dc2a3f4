package dev.winnow.lab.campaign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chat without end from real chat: first each real message once, then new ones, in which each word follows the one before it somewhere in the
 * real ones. So a million messages are no repeats of some thousand. Deterministic by the random numbers; one thread.
 */
final class ChatWriter {
    private static final int MOST_WORDS = 40;

    /** Different words that must follow a word for one of them to be taken. */
    private static final int ENOUGH = 6;

    private final Deque<String> real;
    private final List<String> allWords = new ArrayList<>();
    private final Map<String, List<String>> nextWords = new HashMap<>();
    private final SplittableRandom random;

    ChatWriter(List<String> chat, SplittableRandom random) {
        this.real = new ArrayDeque<>(chat);
        this.random = random;
        for (String text : chat) {
            String[] words = text.split(" ", -1);
            allWords.addAll(List.of(words));
            for (int i = 0; i + 1 < words.length; i++) {
                nextWords.computeIfAbsent(words[i], _ -> new ArrayList<>()).add(words[i + 1]);
            }
        }
        nextWords.values().removeIf(next -> new HashSet<>(next).size() < ENOUGH);
    }

    String writeMessage() {
        if (!real.isEmpty()) {
            return real.remove();
        }
        StringBuilder text = new StringBuilder();
        String word = pick(allWords);
        int length = random.nextInt(3, MOST_WORDS);
        for (int words = 0; words < length; words++) {
            text.append(words == 0 ? "" : " ").append(word);
            List<String> next = nextWords.getOrDefault(word, List.of());
            word = pick(next.isEmpty() ? allWords : next);
        }
        return text.toString();
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
