package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Mutated sources and random texts through the whole binding, for a few seconds; {@code make fuzz-native} goes deeper. Run it
 * longer, or again, with {@code -Dwinnow.fuzz.seconds} and {@code -Dwinnow.fuzz.seed}.
 */
class EngineFuzzIT {

    private static final Duration BUDGET = Duration.ofSeconds(Integer.getInteger("winnow.fuzz.seconds", 5));
    private static final ScanOptions OPTIONS = new ScanOptions(Duration.ofMillis(20), 64);

    private final long seed = Long.getLong("winnow.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> seeds =
            EngineCases.all().stream().map(EngineCase::source).distinct().toList();

    @Test
    void holdsItsPromisesForAnySourceAndAnyText() {
        long handles = Yara.liveHandles();
        Instant end = Instant.now().plus(BUDGET);
        int live = 0;
        while (Instant.now().isBefore(end)) {
            String source = mutated(seeds.get(random.nextInt(seeds.size())));
            CompileResult result = RuleCompiler.compile(List.of(
                    new RuleSource("fuzz.yar", source), new RuleSource("good.yar", "rule good { condition: true }")));
            assertThat(result).as("seed %d, source %s", seed, source).isInstanceOf(CompileResult.Compiled.class);
            try (RuleSet rules = result.orThrow();
                    Scanner scanner = rules.newScanner(OPTIONS)) {
                live += rules.rules().size() - 1;
                scanSome(scanner, rules, source);
            }
        }
        assertThat(live).as("mutants that compile").isPositive();
        assertThat(Yara.liveHandles()).as("seed %d", seed).isEqualTo(handles);
    }

    private void scanSome(Scanner scanner, RuleSet rules, String source) {
        for (int i = 0; i < 5; i++) {
            byte[] text = text(source);
            Externals externals = new Externals(piece(source), "raw", "DE", piece(source));
            ScanResult first = scanner.scan(text, 0, text.length, externals);
            ScanResult second = scanner.scan(text, 0, text.length, externals);
            if (first instanceof ScanResult.Scanned scanned && second instanceof ScanResult.Scanned) {
                assertThat(second).as("seed %d, source %s", seed, source).isEqualTo(first);
                assertThat(scanned.matches()).allSatisfy(match -> {
                    assertThat(rules.rules()).contains(match.rule());
                    assertThat(match.rule().isPrivate()).isFalse();
                    assertThat(match.spans())
                            .isSorted()
                            .allSatisfy(span ->
                                    assertThat(span.offset() + span.length()).isBetween(0, text.length));
                });
            }
        }
    }

    private String mutated(String source) {
        StringBuilder text = new StringBuilder(source);
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x180));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, piece(source));
                default -> text.insert(at, piece(seeds.get(random.nextInt(seeds.size()))));
            }
        }
        return text.toString();
    }

    private String piece(String source) {
        int from = random.nextInt(source.length());
        return source.substring(from, Math.min(source.length(), from + random.nextInt(12)));
    }

    private byte[] text(String source) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        byte[] known = Rules.utf8(piece(source).repeat(random.nextInt(10)));
        System.arraycopy(known, 0, bytes, 0, Math.min(known.length, bytes.length));
        return bytes;
    }
}
