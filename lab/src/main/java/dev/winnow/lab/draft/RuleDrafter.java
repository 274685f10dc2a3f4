package dev.winnow.lab.draft;

import dev.winnow.rules.Disguise;
import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.scan.CampaignReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Drafts rules from templates of campaigns. Immutable; any thread. */
public final class RuleDrafter {
    /** The topics of bundled rules whose matching examples are honest, too. */
    private static final Set<String> HONEST_TOPICS = Set.of("protected", "transactions");

    private static final List<String> HONEST_SENTENCES =
            List.of("See you at six, I will bring the bread.", "Thank you for the photos of the garden.");

    /** The disguises that change a whole text, and so every part of it. */
    private static final List<Disguise> DISGUISES = List.of(
            Disguise.LOOK_ALIKE,
            Disguise.LEET,
            Disguise.SPACED,
            Disguise.DOTTED,
            Disguise.ZERO_WIDTH,
            Disguise.FULL_WIDTH);

    private static final int PARTS_FOR_TWO = 3;

    private final CampaignReader reader;
    private final PartSearch search;

    /**
     * Compares templates with honest texts: the bundled examples of what rules must miss and of honest business mail, and more.
     *
     * @param others texts of other messages, as they were sent
     */
    public RuleDrafter(CampaignReader reader, List<String> others) {
        this.reader = reader;
        this.search = new PartSearch(Stream.concat(
                        RulePack.readBundled().examples().stream()
                                .filter(example -> !example.matches() || HONEST_TOPICS.contains(example.topic()))
                                .map(RuleExample::text),
                        others.stream())
                .map(this::fold)
                .toList());
    }

    /**
     * Drafts a rule.
     *
     * @param campaign the id of the campaign
     * @param template its text with marks
     * @throws IllegalStateException if the template has no part that is rare in honest texts; says what to do
     */
    public DraftedRule draftRule(String campaign, String template) {
        TemplateText whole = TemplateText.parse(template);
        TemplateText folded =
                new TemplateText(whole.fixed().stream().map(this::fold).toList(), whole.marks());
        List<String> parts = search.findParts(folded.fixed(), writeVariations(whole));
        if (parts.isEmpty()) {
            throw new IllegalStateException(
                    "the campaign's text has no part of ten letters or more that honest texts lack, so no rule can be drafted"
                            + " from it: write one by hand, with its links or its senders");
        }
        String name = "campaign_" + campaign;
        int needed = parts.size() >= PARTS_FOR_TWO ? 2 : parts.size();
        return new DraftedRule(
                name,
                name + ".yar",
                writeRule(name, campaign, parts, needed),
                name + RuleExample.FILE_SUFFIX,
                writeExamples(name, whole, folded, parts),
                parts,
                needed);
    }

    private List<String> writeVariations(TemplateText template) {
        String plain = template.fill(0);
        return Stream.concat(Stream.of(plain), DISGUISES.stream().map(disguise -> disguise.disguise(plain)))
                .map(this::fold)
                .toList();
    }

    private String fold(String text) {
        return reader.foldText(text).toLowerCase(Locale.ROOT);
    }

    private static String writeRule(String name, String campaign, List<String> parts, int needed) {
        StringBuilder strings = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            strings.append("    $part_%d = \"%s\" nocase\n".formatted(i + 1, parts.get(i)));
        }
        return """
                rule %s {
                  meta:
                    title = "Text of a campaign: %s"
                    category = "junk"
                    weight = 60
                    why = "Drafted from campaign %s. Edit it, look at its hits in shadow, then make it active."
                  strings:
                %s  condition:
                    %s of them
                }
                """.formatted(name, parts.getFirst(), campaign, strings, needed == parts.size() ? "all" : needed);
    }

    private String writeExamples(String name, TemplateText whole, TemplateText folded, List<String> parts) {
        List<String> lines = new ArrayList<>(List.of("rule\texpect\ttext"));
        for (int variant = 0; variant < 2; variant++) {
            lines.add(name + "\tmatch\t" + whole.fill(variant));
        }
        String without = removeParts(folded, parts).fill(0);
        lines.add(name + "\tmiss\t" + (without.isEmpty() ? HONEST_SENTENCES.getLast() : without));
        lines.add(name + "\tmiss\t" + HONEST_SENTENCES.getFirst());
        return String.join("\n", lines) + "\n";
    }

    private static TemplateText removeParts(TemplateText text, List<String> parts) {
        return new TemplateText(
                text.fixed().stream()
                        .map(fixed -> parts.stream().reduce(fixed, (rest, part) -> rest.replace(part, " ")))
                        .toList(),
                text.marks());
    }
}
