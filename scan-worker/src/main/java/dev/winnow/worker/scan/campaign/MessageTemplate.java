package dev.winnow.worker.scan.campaign;

import dev.winnow.campaign.Wave;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes templates: texts with marks in the place of links, numbers and names, for people. Slow, so it is for few messages only. Any thread. */
public final class MessageTemplate {
    private static final Pattern GREETED = Pattern.compile(
            "^(\\W*(?:hi|hey|hello|dear|hola|hallo|bonjour|salut|ciao|ol[aá]|liebe[rs]?|lieber|cher|ch[eè]re|estimad[oa]|prezad[oa]|caro|cara|beste)\\s+)\\p{L}[\\p{L}.'-]*(?:\\s\\p{L}[\\p{L}.'-]*){0,2}(?=\\s*[,:!])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENDER = Pattern.compile("^\\s*[^:<>]{1,24}(?=:\\s)|^【[^】]{1,24}】");
    private static final Pattern SCHEME = Pattern.compile("[\\p{L}\\p{Nd}]*://$");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<currency>[\\p{Sc}]\\s?)?(?<letters>[\\p{L}]*)\\p{Nd}[\\p{L}\\p{Nd}]*(?:[.,:/-]\\p{Nd}+)*(?<after>\\s?\\p{Sc})?");
    private static final int SHORTEST_CODE = 4;
    private static final int LONGEST_CODE = 8;

    private MessageTemplate() {}

    /**
     * Writes the template of a text, at most {@value Wave#LONGEST_TEMPLATE} characters.
     *
     * @param links the beginnings and ends of its links, in code points and in their order
     * @param linkMark what stands in the place of a link, such as {@code <link>}
     */
    public static String write(String text, int[] links, String linkMark) {
        StringBuilder marked = new StringBuilder();
        int from = 0;
        boolean isBeginning = true;
        for (int i = 0; i < links.length; i += 2) {
            int start = text.offsetByCodePoints(0, links[i]);
            String before = SCHEME.matcher(text.substring(from, start)).replaceFirst("");
            marked.append(markPart(before, isBeginning)).append(linkMark);
            from = text.offsetByCodePoints(0, links[i + 1]);
            isBeginning = false;
        }
        marked.append(markPart(text.substring(from), isBeginning));
        return cut(marked.toString().strip());
    }

    private static String markPart(String part, boolean isBeginning) {
        String named = part;
        if (isBeginning) {
            named = GREETED.matcher(part).replaceFirst("$1<name>");
            named = named.equals(part) ? SENDER.matcher(part).replaceFirst("<name>") : named;
        }
        return NUMBER.matcher(named).replaceAll(MessageTemplate::markOf);
    }

    private static String markOf(MatchResult number) {
        String text = number.group();
        String digits = text.replaceAll("\\P{Nd}", "");
        boolean hasLetters = text.codePoints().anyMatch(Character::isLetter);
        if (number.group("currency") != null || number.group("after") != null) {
            return "<amount>";
        }
        if (text.indexOf(':') > 0 || text.indexOf('/') > 0 || text.matches("\\p{Nd}+-\\p{Nd}+-\\p{Nd}+")) {
            return "<date>";
        }
        if (hasLetters || (text.length() == digits.length() && isCode(digits.length()))) {
            return "<code>";
        }
        return "<number>";
    }

    private static boolean isCode(int digits) {
        return digits >= SHORTEST_CODE && digits <= LONGEST_CODE;
    }

    private static String cut(String template) {
        String oneLine = template.replaceAll("\\s+", " ");
        return oneLine.length() <= Wave.LONGEST_TEMPLATE
                ? oneLine
                : String.format(Locale.ROOT, "%s…", oneLine.substring(0, Wave.LONGEST_TEMPLATE - 1));
    }
}
