package dev.winnow.lab.campaign;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The family of a text of the synthetic corpus: texts that agree when links, numbers with their currencies, and names are removed. Names are
 * those of senders at the beginning and of services that a template puts in. Knows nothing of fingerprints, so that it can judge them.
 */
final class TemplateFamily {
    private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+|\\b[\\w-]+(\\.[\\w-]+)+(/\\S*)?");
    private static final Pattern CURRENCY =
            Pattern.compile("(?i)R\\$|[$€£¥₹₽₪]|\\b(?:Rp|TL|USD|EUR|BTC|ETH|MXN)\\b|ريال|دولار");
    private static final Pattern SENDER = Pattern.compile("^(?:[^:,]{1,20}:\\s|【[^】]*】)");
    private static final Pattern SERVICE = Pattern.compile(
            "(?i)(?<!\\p{IsLatin})(?:google|whatsapp|netflix|uber|microsoft|apple|amazon|instagram|telegram|paypal)(?!\\p{IsLatin})");
    private static final Pattern ALPHABETS_MIXED = Pattern.compile("[a-zA-Z][а-яА-Яіѕ]|[а-яА-Яіѕ][a-zA-Z]");
    private static final Pattern DIGITS_IN_WORDS =
            Pattern.compile("[a-zA-Z][013457@$]+[a-z]|\\b[@$][a-z]|\\b[034571]+[a-z]{2,}");
    private static final Pattern LETTERS_APART = Pattern.compile("(?:\\b\\p{L}[ .]+){4,}");

    private TemplateFamily() {}

    /** The words by which families differ. */
    static String nameFamily(String text) {
        String rest = LINK.matcher(text).replaceAll(" ");
        rest = CURRENCY.matcher(rest).replaceAll(" ").replaceAll("\\p{Nd}", " ");
        rest = SENDER.matcher(rest).replaceFirst("");
        rest = SERVICE.matcher(rest).replaceAll(" ");
        return rest.replaceAll("[^\\p{L}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a text is in disguise already, as some of the corpus are: then its family cannot be read off. */
    static boolean isDisguised(String text) {
        String rest = LINK.matcher(text).replaceAll(" ");
        return ALPHABETS_MIXED.matcher(text).find()
                || DIGITS_IN_WORDS.matcher(rest).find()
                || LETTERS_APART.matcher(text).find();
    }
}
