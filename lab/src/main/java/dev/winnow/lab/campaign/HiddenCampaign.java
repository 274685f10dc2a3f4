package dev.winnow.lab.campaign;

import dev.winnow.rules.Disguise;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A campaign that a stream hides: one text, of which each message has other digits and another link, every second one a greeting with another
 * name, and every fifth one a disguise.
 *
 * @param number from 0
 * @param text the text, of a corpus
 * @param messages how many are sent
 * @param start when the first one is sent, as a share of the stream
 * @param end when the last one is sent
 */
record HiddenCampaign(int number, String text, int messages, double start, double end) {
    private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+|\\bwww\\.\\S+");
    private static final String CONSONANTS = "bdfgklmnprstv";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 4;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final List<String> NAMES =
            List.of("Anna", "Bob", "Carla", "David", "Eve", "Farid", "Grace", "Hugo", "Ines", "Jan", "Kim", "Li");
    private static final List<Disguise> DISGUISES = List.of(
            Disguise.LOOK_ALIKE,
            Disguise.LEET,
            Disguise.SPACED,
            Disguise.DOTTED,
            Disguise.ZERO_WIDTH,
            Disguise.FULL_WIDTH);

    String writeMessage(SplittableRandom random) {
        String link = "https://" + newLabel(random) + ".com/" + random.nextInt(100_000);
        String varied = LINK.matcher(text).replaceAll(link);
        varied = DIGIT.matcher(varied.equals(text) ? varied + " " + link : varied)
                .replaceAll(_ -> String.valueOf(random.nextInt(10)));
        if (random.nextBoolean()) {
            varied = "Hi " + NAMES.get(random.nextInt(NAMES.size())) + ", " + varied;
        }
        return random.nextInt(5) == 0
                ? DISGUISES.get(random.nextInt(DISGUISES.size())).disguise(varied)
                : varied;
    }

    /** A host name that can be spoken, as those of ordinary hosts: no rule should know the campaign by its links alone. */
    private static String newLabel(SplittableRandom random) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            label.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return label.toString();
    }
}
