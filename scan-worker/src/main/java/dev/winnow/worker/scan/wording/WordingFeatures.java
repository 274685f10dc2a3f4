package dev.winnow.worker.scan.wording;

import dev.winnow.yara.Facts;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Reads the features of a text, in lower case: words, pairs of neighbouring words, runs of two to four characters in scripts that do not
 * separate words, numbers by their length, telling signs, and parts of what stands between blanks. Addresses of links count as one word.
 * Allocation-free after construction; one thread.
 */
public final class WordingFeatures {
    /** The word that stands for each link. */
    public static final String LINK = "<link>";

    /** The traits that stand beside the first and the last word. */
    static final String FIRST_WORD = "@first";

    static final String LAST_WORD = "@last";

    private static final long FIRST = FeatureHash.ofName(FIRST_WORD);
    private static final long LAST = FeatureHash.ofName(LAST_WORD);
    private static final long LINK_WORD = FeatureHash.ofWord(LINK);
    static final int LONGEST_NUMBER = 12;
    private static final long[] NUMBERS = hashNumbers("#");
    private static final long[] AMOUNTS = hashNumbers("#.");
    private static final int LONGEST_WORD = 40;
    static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 4;
    private static final String SIGNS = "$%!?@*:+&/\u00a3\u00a5\u20ac\u20b9\u0e3f\uff01\uff1f\uff1a\u3010\u3011\u061f";

    private final FeatureSink sink;
    private final ChunkParts parts;
    private final MessageConcepts concepts = new MessageConcepts(ConceptLexicon.bundled());
    private final TextTraits textTraits = new TextTraits();
    private final TraitPairs pairs = new TraitPairs();
    private final LongConsumer messageTraits = this::takeMessageTrait;
    private final LongConsumer writingTraits = this::takeWritingTrait;
    private String text = "";
    private boolean hasLink;
    private boolean hasFirst;
    private boolean hasPrevious;
    private long previous;
    private int previousStart;
    private int previousEnd;

    /** A reader that hands features to the sink. */
    public WordingFeatures(FeatureSink sink) {
        this.sink = sink;
        this.parts = new ChunkParts(sink);
    }

    /**
     * Hands every feature of a message to the sink.
     *
     * @param source the text without its disguises
     * @param folded whether folding changed it
     * @param links the facts about its links
     */
    public void readFeatures(String source, boolean folded, Facts links) {
        text = source;
        hasLink = MessageTraits.hasLink(links);
        hasFirst = false;
        hasPrevious = false;
        concepts.startMessage();
        pairs.startMessage();
        int at = 0;
        while (at < text.length()) {
            at = readToken(at);
        }
        parts.readParts(text, hasLink);
        if (hasFirst) {
            addAtPlace(LAST, previous, previousStart, previousEnd);
        }
        MessageTraits.readTraits(source, folded, links, messageTraits);
        textTraits.readTraits(source, writingTraits);
        concepts.handOn(sink);
        pairs.handOn(sink);
    }

    private int readToken(int at) {
        char c = text.charAt(at);
        if (hasLink) {
            int end = LinkWords.findEnd(text, at);
            if (end > at) {
                addWord(LINK_WORD, at, end);
                return end;
            }
        }
        if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
            addWord(hashChars(at, at + 2), at, at + 2);
            return at + 2;
        }
        if (WordlessScripts.contains(c)) {
            return readRun(at);
        }
        if (Character.isLetter(c)) {
            return readWord(at);
        }
        if (Character.isDigit(c)) {
            return readNumber(at);
        }
        if (SIGNS.indexOf(c) >= 0) {
            addWord(hashChars(at, at + 1), at, at + 1);
        } else if (!Character.isWhitespace(c)) {
            hasPrevious = false;
        }
        return at + 1;
    }

    private int readRun(int from) {
        int end = from;
        while (end < text.length() && (WordlessScripts.contains(text.charAt(end)) || isMark(text.charAt(end)))) {
            end++;
        }
        for (int start = from; start < end; start++) {
            readRunsFrom(start, end);
        }
        hasPrevious = false;
        return end;
    }

    private void readRunsFrom(int start, int end) {
        long state = FeatureHash.startWord();
        for (int at = start; at < Math.min(end, start + ConceptLexicon.LONGEST_RUN); at++) {
            state = FeatureHash.addChar(state, text.charAt(at));
            long hash = FeatureHash.finish(state);
            concepts.addWhole(hash, start, at + 1);
            int length = at + 1 - start;
            if (length >= SHORTEST_RUN && length <= LONGEST_RUN) {
                sink.takeRun(hash, start, at + 1);
            }
        }
    }

    private int readWord(int from) {
        int end = from;
        int length = 0;
        long state = FeatureHash.startWord();
        while (end < text.length() && isInWord(text.charAt(end)) && length < LONGEST_WORD) {
            state = FeatureHash.addChar(state, Character.toLowerCase(text.charAt(end++)));
            length++;
            if (length >= ConceptLexicon.SHORTEST_BEGINNING) {
                concepts.addBeginning(FeatureHash.finish(state), from, end);
            }
        }
        long hash = FeatureHash.finish(state);
        concepts.addWhole(hash, from, end);
        addWord(hash, from, end);
        return end;
    }

    private static boolean isInWord(char c) {
        return (Character.isLetter(c) && !WordlessScripts.contains(c)) || isMark(c) || c == '\'';
    }

    private static boolean isMark(char c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private int readNumber(int from) {
        int digits = 0;
        boolean separated = false;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean separator =
                    (c == '.' || c == ',') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            if (Character.isDigit(c)) {
                digits++;
            } else if (separator) {
                separated = true;
            } else {
                break;
            }
        }
        addWord((separated ? AMOUNTS : NUMBERS)[Math.min(digits, LONGEST_NUMBER)], from, at);
        return at;
    }

    private void takeMessageTrait(long hash) {
        takeWritingTrait(hash);
        concepts.addTrait(hash);
    }

    private void takeWritingTrait(long hash) {
        sink.takeTrait(hash);
        pairs.addTrait(hash);
    }

    private void addAtPlace(long place, long hash, int start, int end) {
        sink.takeConcepts(FeatureHash.ofPair(place, hash), place, hash, start, end);
    }

    private void addWord(long hash, int start, int end) {
        sink.takeWord(hash, start, end);
        if (!hasFirst) {
            hasFirst = true;
            addAtPlace(FIRST, hash, start, end);
        }
        if (hasPrevious) {
            sink.takePair(FeatureHash.ofPair(previous, hash), previous, hash, previousStart, end);
        }
        previous = hash;
        previousStart = start;
        previousEnd = end;
        hasPrevious = true;
    }

    private long hashChars(int from, int to) {
        long state = FeatureHash.startWord();
        for (int at = from; at < to; at++) {
            state = FeatureHash.addChar(state, text.charAt(at));
        }
        return FeatureHash.finish(state);
    }

    private static long[] hashNumbers(String prefix) {
        long[] hashes = new long[LONGEST_NUMBER + 1];
        Arrays.setAll(hashes, length -> FeatureHash.ofWord(prefix + length));
        return hashes;
    }
}
