package dev.winnow.worker.scan.link;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Latin letters that letters with accents and letters of other alphabets look like. Any thread. */
final class LetterSkeletons {
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Map<Character, String> KNOWN = new ConcurrentHashMap<>();

    private LetterSkeletons() {}

    /** The letter itself if it looks like no other. */
    static String skeletonOf(char letter) {
        return KNOWN.computeIfAbsent(letter, LetterSkeletons::computeSkeleton);
    }

    private static String computeSkeleton(char letter) {
        String base = NFD.normalize(String.valueOf(letter)).substring(0, 1);
        String skeleton = CONFUSABLES.getSkeleton(base).toLowerCase(Locale.ROOT);
        boolean latin = skeleton.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        return latin && !skeleton.isEmpty() ? skeleton : base;
    }
}
