package dev.winnow.worker.scan.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of brands in a text: as whole words where a script has blanks between words. Immutable; any thread. */
final class BrandNames {
    private static final int BUCKETS = 4096;

    private record Name(String text, Brand brand) {}

    private final @Nullable List<Name>[] buckets;

    @SuppressWarnings({"unchecked", "rawtypes"})
    BrandNames(Collection<Brand> brands) {
        buckets = new List[BUCKETS];
        for (Brand brand : brands) {
            for (String word : brand.words()) {
                int bucket = bucketOf(word.charAt(0), word.charAt(1));
                List<Name> names = buckets[bucket];
                if (names == null) {
                    names = new ArrayList<>();
                    buckets[bucket] = names;
                }
                names.add(new Name(word, brand));
            }
        }
    }

    /** The brands that a text names outside of the given ranges of signs, in the order of the text. */
    Set<Brand> findNamed(CanonicalText text, boolean[] leftOut) {
        Set<Brand> found = new LinkedHashSet<>();
        char before = ' ';
        for (int i = 0; i + 1 < text.size(); i++) {
            char c = text.lowerAt(i);
            boolean wordStarts = c >= 0x0E00 || (Character.isLetterOrDigit(c) && !isWordPart(before));
            if (wordStarts && !leftOut[i]) {
                List<Name> names = buckets[bucketOf(c, text.lowerAt(i + 1))];
                if (names != null) {
                    addNames(names, text, i, found);
                }
            }
            before = c;
        }
        return found;
    }

    private static void addNames(List<Name> names, CanonicalText text, int at, Set<Brand> found) {
        for (Name name : names) {
            if (standsAt(name.text(), text, at)) {
                found.add(name.brand());
            }
        }
    }

    private static boolean standsAt(String name, CanonicalText text, int at) {
        for (int k = 0; k < name.length(); k++) {
            if (text.lowerAt(at + k) != name.charAt(k)) {
                return false;
            }
        }
        char last = name.charAt(name.length() - 1);
        char next = text.lowerAt(at + name.length());
        return last >= 0x0E00 || !isWordPart(next) || next >= 0x0E00;
    }

    /** Letters and digits, but not those of scripts without blanks, to which names in Latin letters are glued. */
    private static boolean isWordPart(char c) {
        return c < 0x0E00 && Character.isLetterOrDigit(c);
    }

    private static int bucketOf(char first, char second) {
        return (31 * first + second) & (BUCKETS - 1);
    }
}
