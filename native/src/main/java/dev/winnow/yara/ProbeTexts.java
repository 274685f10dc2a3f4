package dev.winnow.yara;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that are hard on a rule, built from its own patterns: near-matches in which each repeated part goes on, matches by the
 * thousand, the sizes and senders its condition asks for. A bounded search, not a proof.
 */
final class ProbeTexts {

    /** The longest text that a variable has, in bytes: a sender of 64 characters, or the domains of a message. */
    private static final int LONGEST_VALUE = 256;

    private static final int MAX_TEXTS = 400;
    private static final int MAX_EXTERNALS = 24;
    private static final int MAX_PUMPS = 40;
    private static final int MAX_CHARACTERS = 12;
    private static final int MAX_NUMBERS = 4;
    private static final int ALL_SAMPLES = 240;

    private final Set<ProbeText> texts = new LinkedHashSet<>();
    private final List<Externals> externals = new ArrayList<>();
    private final RuleStrings own;

    /**
     * Builds the texts.
     *
     * @param own the rule's patterns
     * @param others the patterns of the rules it refers to
     */
    ProbeTexts(RuleStrings own, List<RuleStrings> others) {
        this.own = own;
        String matching = allSamples(own, others);
        externals.add(new Externals("+491701234567", "raw", "DE", "sms"));
        addCondition(matching, others);
        ANY_RULE.forEach(this::add);
        if (!matching.isEmpty()) {
            add(ProbeText.of("all its strings repeated", matching));
            add(new ProbeText(0, 0, "all its strings once", matching, " x", ""));
        }
        int share = Math.max(
                3, (MAX_TEXTS - texts.size()) / Math.max(1, own.patterns().size()));
        for (RuleStrings.Pattern pattern : own.patterns()) {
            addPattern(pattern, share, matching);
        }
    }

    List<ProbeText> texts() {
        return List.copyOf(texts);
    }

    List<Externals> externals() {
        return List.copyOf(externals);
    }

    /** Texts that fit no rule in particular. */
    static final List<ProbeText> ANY_RULE = List.of(
            ProbeText.of("'a' repeated", "a"),
            ProbeText.of("'1' repeated", "1"),
            ProbeText.of("' ' repeated", " "),
            ProbeText.of("NUL repeated", "\0"),
            ProbeText.of("nested parentheses", "(".repeat(200) + ")".repeat(200)),
            ProbeText.of("random digits", Shape.mixed("0123456789 ")),
            ProbeText.of("random words", Shape.mixed("etaoinshrdlucm  ")),
            ProbeText.of(
                    "random characters",
                    Shape.mixed(
                            " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~")));

    private void add(ProbeText text) {
        if (texts.size() < MAX_TEXTS && !(text.unit() + text.start()).isEmpty()) {
            texts.add(text);
        }
    }

    private static String allSamples(RuleStrings own, List<RuleStrings> others) {
        StringBuilder all = new StringBuilder();
        List<RuleStrings> rules = new ArrayList<>(others);
        rules.add(own);
        for (RuleStrings rule : rules) {
            for (RuleStrings.Pattern pattern : rule.patterns()) {
                String sample = pattern.encoded(pattern.shape().sample());
                if (all.length() + sample.length() < ALL_SAMPLES) {
                    all.append(sample).append(' ');
                }
            }
        }
        return all.toString();
    }

    private void addPattern(RuleStrings.Pattern pattern, int share, String matching) {
        int end = texts.size() + share;
        String sample = pattern.shape().sample();
        List<ProbeText> mine = new ArrayList<>();
        mine.add(ProbeText.of("its own match repeated", pattern.encoded(sample)));
        if (sample.length() > 1) {
            mine.add(ProbeText.of("its own match but the last character repeated", pattern.encoded(cut(sample))));
        }
        pattern.shape().pumps().stream().distinct().limit(MAX_PUMPS).forEach(pump -> addPump(pattern, pump, mine));
        String alphabet = pattern.shape().alphabet();
        alphabet.chars().limit(MAX_CHARACTERS).forEach(c -> {
            String one = pattern.encoded(String.valueOf((char) c));
            mine.add(ProbeText.of("%s repeated".formatted(named((char) c)), one));
            mine.add(
                    new ProbeText(0, 0, "%s repeated after its strings".formatted(named((char) c)), matching, one, ""));
        });
        if (alphabet.length() > 1) {
            mine.add(ProbeText.of("its own characters at random", pattern.encoded(Shape.mixed(alphabet))));
        }
        for (ProbeText text : mine) {
            if (texts.size() < end) {
                add(text);
            }
        }
    }

    private static void addPump(RuleStrings.Pattern pattern, Shape.Pump pump, List<ProbeText> mine) {
        String start = pattern.encoded(pump.start());
        String unit = pattern.encoded(pump.unit());
        String name = "its repeated part repeated";
        mine.add(new ProbeText(0, 0, name, start, unit, ""));
        if (!pump.end().isEmpty()) {
            String most = pattern.encoded(cut(pump.end()));
            mine.add(new ProbeText(0, 0, name + " before all but the last character", start, unit, most));
            mine.add(new ProbeText(0, 0, name + " before its end", start, unit, pattern.encoded(pump.end())));
            mine.add(ProbeText.of(
                    name + " with what is around it", pattern.encoded(pump.start() + pump.unit() + pump.end())));
        }
    }

    private static String cut(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    }

    private static String named(char c) {
        return c > ' ' && c < 127 ? "'%s'".formatted(c) : "character %d".formatted((int) c);
    }

    /** A value for one variable. */
    private record Attack(Variable variable, String value) {}

    /** Values of external variables and sizes of the text that the condition asks for, and regexes over variables. */
    private void addCondition(String matching, List<RuleStrings> others) {
        List<List<SourceTokens.Token>> conditions = new ArrayList<>();
        others.forEach(other -> conditions.add(other.condition()));
        conditions.add(own.condition());
        AskedVariables asked = new AskedVariables(externals.getFirst(), conditions);
        externals.add(asked.fulfilAll());
        String unit = matching.isEmpty() ? "a" : matching;
        addAsked(1, matching, unit);
        Externals allSet = asked.setAll();
        if (!allSet.equals(externals.get(1))) {
            externals.add(allSet);
            addAsked(2, matching, unit);
        }
        listAttacks().stream()
                .distinct()
                .limit(MAX_EXTERNALS - externals.size())
                .forEach(attack -> {
                    externals.add(externals.get(1).withValue(attack.variable(), attack.value()));
                    String name = "its strings, with a %s made of its regex"
                            .formatted(attack.variable().token());
                    add(new ProbeText(500, externals.size() - 1, name, matching, "x", ""));
                });
        addSizes(matching);
    }

    private void addAsked(int which, String matching, String unit) {
        add(new ProbeText(0, which, "all its strings repeated, with the variables it asks for", "", unit, ""));
        add(new ProbeText(0, which, "all its strings once, with the variables it asks for", matching, " x", ""));
    }

    /** Long values for the text variables that the condition compares with a pattern; numbers and truth values cost the same always. */
    private List<Attack> listAttacks() {
        List<Attack> attacks = new ArrayList<>();
        List<SourceTokens.Token> condition = own.condition();
        for (int i = 0; i < condition.size(); i++) {
            if (RuleStrings.isPattern(condition.get(i))) {
                Variable variable = AskedVariables.findComparedVariable(condition, i);
                Shape shape = RuleStrings.shape(condition.get(i));
                List<String> values = new ArrayList<>(List.of(shape.sample()));
                shape.pumps().stream().distinct().limit(MAX_PUMPS).forEach(pump -> {
                    values.add(filled(pump.start(), pump.unit(), ""));
                    values.add(filled(pump.start(), pump.unit(), cut(pump.end())));
                });
                shape.alphabet().chars().limit(4).forEach(c -> values.add(filled("", String.valueOf((char) c), "")));
                values.add(filled("", shape.sample(), ""));
                values.forEach(value -> attacks.add(new Attack(variable, value)));
            }
        }
        return attacks;
    }

    private void addSizes(String matching) {
        List<Integer> numbers = own.condition().stream()
                .map(SourceTokens.Token::text)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .distinct()
                .limit(MAX_NUMBERS)
                .toList();
        for (int number : numbers) {
            if (number <= 60 && !matching.isEmpty()) {
                add(new ProbeText(
                        0, 1, "all its strings %d times".formatted(number), matching.repeat(number), "x", ""));
            }
            for (int size = Math.max(1, number - 1); size <= Math.min(8192, number + 1); size++) {
                add(new ProbeText(size, 1, "a text of %,d bytes".formatted(size), matching, "a", ""));
            }
        }
    }

    private static String filled(String start, String unit, String end) {
        int room = LONGEST_VALUE - end.length();
        StringBuilder text = new StringBuilder(start);
        while (!unit.isEmpty() && text.length() < room) {
            text.append(unit);
        }
        text.setLength(Math.max(0, Math.min(text.length(), room)));
        return text.append(end, 0, Math.min(end.length(), LONGEST_VALUE)).toString();
    }
}
