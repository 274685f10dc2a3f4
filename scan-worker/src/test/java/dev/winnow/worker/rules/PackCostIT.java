package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rules.RuleFile;
import dev.winnow.rules.RulePack;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.Scanner;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text costs the bundled pack more than its length says: a scan of 8 KB takes the time of four scans of 2 KB. */
class PackCostIT {
    /** Linear is 4; the rest is for caches and for a processor that others use too. */
    private static final double MAX_RATIO = 6;

    private static final Pattern REGEX = Pattern.compile("(?m)^\\s*(\\$\\w+) = /(.*)/([a-z ]*)$");
    private static final int SHORT = 2_048;
    private static final int LONG = 8_192;
    private static final int MIN_REPEATS = 5;
    private static final int MAX_REPEATS = 100;
    private static final long LONG_ENOUGH_TO_BE_SURE = 50_000_000;

    private record Regex(String file, String name, String pattern, String modifiers) {
        @Override
        public String toString() {
            return file + " " + name;
        }
    }

    private record Cost(RegexPieces.Text text, long nanoseconds) {}

    @Test
    void boundsEveryRepeat() {
        assertThat(regexes())
                .hasSizeGreaterThan(300)
                .allSatisfy(regex -> assertThat(withoutClasses(regex.pattern()))
                        .as(regex.toString())
                        .doesNotContain("*", "+")
                        .doesNotContainPattern("\\{[0-9]*,}"));
    }

    @Test
    void costsNoMoreThanTheLengthOfItsTexts() {
        List<String> worse = new ArrayList<>();
        List<RegexPieces.Text> worst = new ArrayList<>();
        for (Regex regex : regexes()) {
            Cost cost = findNonlinear(regex, worse);
            worst.add(cost.text());
        }
        try (RuleSet pack = RuleCompiler.compile(RuleFolder.bundledSources()).orThrow();
                Scanner scanner = pack.newScanner()) {
            for (RegexPieces.Text text : worst) {
                ratioIfNonlinear(scanner, text).ifPresent(ratio -> worse.add("the pack: " + ratio));
            }
        }
        assertThat(worst).hasSizeGreaterThan(300);
        assertThat(worse).isEmpty();
    }

    @Test
    void findsRegexesThatAreWorseThanLinear() {
        for (String pattern : List.of(
                "[a-z](\\xe2\\x80\\x8b|\\xe2\\x80\\x8c)+[a-z]", "(\\xef\\xbc[\\xa1-\\xba]){4,}", "\\bhesab[a-z]*\\b")) {
            List<String> worse = new ArrayList<>();
            findNonlinear(new Regex("bad.yar", pattern, pattern, " nocase"), worse);
            assertThat(worse).as(pattern).isNotEmpty();
        }
    }

    private static Cost findNonlinear(Regex regex, List<String> worse) {
        String source = "rule one { strings: $a = /%s/%s condition: $a }".formatted(regex.pattern(), regex.modifiers());
        List<RegexPieces.Text> texts = RegexPieces.textsFor(regex.pattern());
        assertThat(texts).as(regex.toString()).isNotEmpty();
        Cost worst = new Cost(texts.getFirst(), 0);
        try (RuleSet rules = RuleCompiler.compile(List.of(new RuleSource("one.yar", source)))
                        .orThrow();
                Scanner scanner = rules.newScanner()) {
            for (RegexPieces.Text text : texts) {
                long cost = time(scanner, text.ofLength(LONG));
                if (cost > worst.nanoseconds()) {
                    worst = new Cost(text, cost);
                }
                Optional<String> nonlinear = ratioIfNonlinear(scanner, text);
                if (nonlinear.isPresent()) {
                    worse.add(regex + ": " + nonlinear.get());
                    break;
                }
            }
        }
        return worst;
    }

    /**
     * Compares the time for 8 KB with the time for 2 KB. One measurement is enough if it is within the bar. Otherwise the least of many
     * measurements of each length counts, taken in turns: noise only ever makes a scan slower.
     */
    private static Optional<String> ratioIfNonlinear(Scanner scanner, RegexPieces.Text text) {
        byte[] small = text.ofLength(SHORT);
        byte[] large = text.ofLength(LONG);
        if (time(scanner, large) <= MAX_RATIO * time(scanner, small)) {
            return Optional.empty();
        }
        long least = Long.MAX_VALUE;
        long most = Long.MAX_VALUE;
        for (int i = 0; i < MAX_REPEATS && (i < MIN_REPEATS || most > MAX_RATIO * least); i++) {
            least = Math.min(least, time(scanner, small));
            most = Math.min(most, time(scanner, large));
            if (least > LONG_ENOUGH_TO_BE_SURE) {
                break;
            }
        }
        return most <= MAX_RATIO * least
                ? Optional.empty()
                : Optional.of("%,d and %,d ns for 2 and 8 KB of '%s' and then '%s'"
                        .formatted(least, most, text.head(), text.unit()));
    }

    /** Processor time of this thread, so that other processes do not count. */
    private static long time(Scanner scanner, byte[] text) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var _ = scanner.scan(text);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    }

    private static String withoutClasses(String pattern) {
        return pattern.replaceAll("\\\\.", "_").replaceAll("\\[[^]]*]", "_");
    }

    private static List<Regex> regexes() {
        List<Regex> regexes = new ArrayList<>();
        for (RuleFile file : RulePack.readBundled().files()) {
            Matcher matcher = REGEX.matcher(file.text());
            while (matcher.find()) {
                regexes.add(new Regex(file.name(), matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return regexes;
    }
}
