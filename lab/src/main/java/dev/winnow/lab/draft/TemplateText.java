package dev.winnow.lab.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template in its parts. Immutable; any thread.
 *
 * @param fixed the texts between the marks, one more than there are marks
 * @param marks the names of the marks, without brackets
 */
record TemplateText(List<String> fixed, List<String> marks) {
    private static final Pattern MARK = Pattern.compile("<(name|link|short link|amount|date|code|number)>");

    /** The end of a template that was cut, with the word that may not be whole. */
    private static final Pattern CUT = Pattern.compile("[\\p{L}\\p{M}]{0,12}…$");

    /** Invented values, one for each example; hosts under .example belong to nobody (RFC 2606). */
    private static final Map<String, List<String>> INVENTED = Map.of(
            "name", List.of("Anna", "Bob"),
            "link", List.of("https://one.example/a", "https://two.example/b"),
            "short link", List.of("https://one.example/c", "https://two.example/d"),
            "amount", List.of("€12.50", "$340"),
            "date", List.of("12/05/2031", "07/11/2032"),
            "code", List.of("482913", "706155"),
            "number", List.of("17", "42"));

    TemplateText {
        fixed = List.copyOf(fixed);
        marks = List.copyOf(marks);
    }

    static TemplateText parse(String template) {
        String whole = CUT.matcher(template).replaceFirst("");
        List<String> fixed = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        int from = 0;
        Matcher mark = MARK.matcher(whole);
        while (mark.find()) {
            fixed.add(whole.substring(from, mark.start()));
            marks.add(mark.group(1));
            from = mark.end();
        }
        fixed.add(whole.substring(from));
        return new TemplateText(fixed, marks);
    }

    /** The text with invented values in the place of its marks; 0 and 1 give different ones. */
    String fill(int variant) {
        StringBuilder text = new StringBuilder(fixed.getFirst());
        for (int i = 0; i < marks.size(); i++) {
            text.append(INVENTED.getOrDefault(marks.get(i), List.of("", "")).get(variant));
            text.append(fixed.get(i + 1));
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
