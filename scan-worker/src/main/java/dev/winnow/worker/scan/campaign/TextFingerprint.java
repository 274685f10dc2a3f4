package dev.winnow.worker.scan.campaign;

import dev.winnow.campaign.Fingerprint;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Computes fingerprints: the least values of sixteen hash functions over all runs of four letters of a text's skeleton. Stateless; any thread. */
public final class TextFingerprint {
    /** Texts with fewer letters in their skeleton have no fingerprint: people write the same few words to each other every day. */
    static final int FEWEST_LETTERS = 10;

    private static final int RUN = 4;
    private static final int[] FACTORS = new int[Fingerprint.VALUES];
    private static final int[] TERMS = new int[Fingerprint.VALUES];

    static {
        // The seed is part of the format: another one gives other fingerprints.
        SplittableRandom random = new SplittableRandom(25);
        for (int i = 0; i < Fingerprint.VALUES; i++) {
            FACTORS[i] = random.nextInt() | 1;
            TERMS[i] = random.nextInt();
        }
    }

    private TextFingerprint() {}

    /**
     * The fingerprint of a text; null if it has too few letters.
     *
     * @param links the beginnings and ends of its links, in code points and in their order
     */
    public static @Nullable Fingerprint compute(String text, int[] links) {
        TextSkeleton skeleton = TextSkeleton.readText(text, links);
        if (skeleton.end() - skeleton.start() < FEWEST_LETTERS) {
            return null;
        }
        int[] least = new int[Fingerprint.VALUES];
        Arrays.fill(least, Integer.MAX_VALUE);
        char[] letters = skeleton.letters();
        for (int at = skeleton.start(); at + RUN <= skeleton.end(); at++) {
            takeLeast(least, hashRun(letters, at));
        }
        return new Fingerprint(joinBytes(least, 0), joinBytes(least, Fingerprint.VALUES / 2));
    }

    /** A loop without a branch, which the compiler turns into vector instructions. */
    private static void takeLeast(int[] least, int hash) {
        for (int i = 0; i < Fingerprint.VALUES; i++) {
            least[i] = Math.min(least[i], (hash ^ TERMS[i]) * FACTORS[i]);
        }
    }

    private static int hashRun(char[] letters, int at) {
        int hash = letters[at];
        for (int i = 1; i < RUN; i++) {
            hash = hash * 0x01000193 + letters[at + i];
        }
        // The last steps of MurmurHash3 by A. Appleby, which spread every bit over all others.
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static long joinBytes(int[] least, int from) {
        long joined = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            joined = (joined << Byte.SIZE) | (least[i] & 0xff);
        }
        return joined;
    }
}
