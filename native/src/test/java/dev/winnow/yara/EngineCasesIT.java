package dev.winnow.yara;

import static dev.winnow.yara.Rules.names;
import static dev.winnow.yara.Rules.scanned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineCasesIT {

    private static final ScanOptions OPTIONS = new ScanOptions(Duration.ofSeconds(10), 64);

    static List<EngineCase> all() {
        return EngineCases.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void behavesAsYaraDocuments(EngineCase engineCase) {
        CompileResult compiled = RuleCompiler.compile(List.of(new RuleSource("case.yar", engineCase.source())));
        if (engineCase.error() != 0) {
            assertThat(compiled.messages())
                    .filteredOn(message -> message.level() == CompileMessage.Level.ERROR)
                    .extracting(CompileMessage::code)
                    .contains(engineCase.error());
        } else {
            assertThat(compiled.quarantined()).isEmpty();
        }
        if (compiled instanceof CompileResult.Compiled(RuleSet rules, var _, var _)) {
            try (rules;
                    Scanner scanner = rules.newScanner(OPTIONS)) {
                if (engineCase.error() == 0) {
                    check(engineCase, scanner);
                }
            }
        }
    }

    private static void check(EngineCase engineCase, Scanner scanner) {
        byte[] input = engineCase.inputBytes();
        ScanResult result = scanner.scan(input, 0, input.length, engineCase.externals());
        assertThat(names(result)).isEqualTo(engineCase.matches());
        engineCase
                .expectedSpans()
                .ifPresent(spans ->
                        assertThat(scanned(result).matches().getFirst().spans()).isEqualTo(spans));
    }

    @Test
    void areAtLeastThreeHundred() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(300);
    }
}
