package dev.winnow.worker.scan;

import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.spelling.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Reads lists for the scan, which compares templates with texts without their disguises. Stateless. */
public final class ListTexts {
    private ListTexts() {}

    /**
     * Reads lists.
     *
     * @param texts the text of each list by its name
     * @throws IllegalArgumentException if one cannot be read; says which and why
     */
    public static NamedLists parse(SortedMap<String, String> texts) {
        return NamedLists.parseTexts(texts, ListTexts::fold);
    }

    private static String fold(String text) {
        return DisguiseCheck.mayBeDisguised(text.getBytes(StandardCharsets.UTF_8), Vocabulary.bundled())
                ? new String(FoldedText.foldText(text, Vocabulary.bundled()).utf8(), StandardCharsets.UTF_8)
                : text;
    }
}
