package dev.winnow.worker.scan.wording;

import dev.winnow.yara.Facts;
import dev.winnow.yara.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/** The features of a message as a whole: facts about its links, its length, capitals, and whether folding changed it. Any thread. */
final class MessageTraits {
    private static final List<Variable> LINK_VARIABLES = Arrays.stream(Variable.values())
            .filter(variable ->
                    variable.token().startsWith("link_") || variable.token().startsWith("mail_"))
            .filter(variable -> variable != Variable.LINK_COUNT
                    && variable != Variable.LINK_DOMAINS
                    && variable != Variable.LINK_HOSTS)
            .toList();
    private static final long[] LINK_HASHES = LINK_VARIABLES.stream()
            .mapToLong(variable -> FeatureHash.ofName(FeatureHash.TRAIT + variable.token()))
            .toArray();
    private static final long LINK = FeatureHash.ofName("@link");
    private static final long SEVERAL_LINKS = FeatureHash.ofName("@links");
    private static final long UNKNOWN_LINK = FeatureHash.ofName("@link_unknown");
    private static final long FOLDED = FeatureHash.ofName("@folded");
    private static final long CAPITALS = FeatureHash.ofName("@capitals");
    private static final int[] LENGTHS = {25, 60, 120, 180, Integer.MAX_VALUE};
    private static final long[] LENGTH_HASHES = Arrays.stream(LENGTHS)
            .mapToLong(length -> FeatureHash.ofName("@length_" + length))
            .toArray();
    private static final int LEAST_CAPITALS = 12;

    private MessageTraits() {}

    /** The names of all traits, in the order of their hashes. */
    static List<String> listNames() {
        List<String> names = new ArrayList<>(
                LINK_VARIABLES.stream().map(variable -> "@" + variable.token()).toList());
        names.addAll(List.of("@link", "@links", "@link_unknown", "@folded", "@capitals"));
        Arrays.stream(LENGTHS).forEach(length -> names.add("@length_" + length));
        return names;
    }

    static boolean hasLink(Facts facts) {
        return (Long) facts.valueOf(Variable.LINK_COUNT) > 0;
    }

    /** Hands the traits to the sink. */
    static void readTraits(String text, boolean folded, Facts facts, LongConsumer sink) {
        if (!facts.equals(Facts.NONE)) {
            readLinkTraits(facts, sink);
        }
        if (folded) {
            sink.accept(FOLDED);
        }
        int bucket = 0;
        while (text.length() >= LENGTHS[bucket]) {
            bucket++;
        }
        sink.accept(LENGTH_HASHES[bucket]);
        if (isInCapitals(text)) {
            sink.accept(CAPITALS);
        }
    }

    private static void readLinkTraits(Facts facts, LongConsumer sink) {
        for (int i = 0; i < LINK_HASHES.length; i++) {
            Variable variable = LINK_VARIABLES.get(i);
            if (!facts.valueOf(variable).equals(variable.unknown())) {
                sink.accept(LINK_HASHES[i]);
            }
        }
        long links = (Long) facts.valueOf(Variable.LINK_COUNT);
        if (links > 0) {
            sink.accept(LINK);
            if (!(Boolean) facts.valueOf(Variable.LINK_KNOWN)) {
                sink.accept(UNKNOWN_LINK);
            }
        }
        if (links > 1) {
            sink.accept(SEVERAL_LINKS);
        }
    }

    private static boolean isInCapitals(String text) {
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                capitals++;
            } else if (c >= 'a' && c <= 'z') {
                small++;
            }
        }
        return capitals >= LEAST_CAPITALS && capitals > small;
    }
}
