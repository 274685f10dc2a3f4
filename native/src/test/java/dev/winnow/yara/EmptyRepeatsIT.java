package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regexes that repeat what may be empty neither crash nor hang the engine; build-native repairs libyara for them. */
class EmptyRepeatsIT {

    private static final String GOOD = "rule good { strings: $a = \"winner\" nocase fullword condition: $a }\n";

    private final Admission admission = new Admission();

    /** Each of them let libyara as it is published crash, or run for hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\\b\\b\\w??(\\.??|[^a]C\\x00 ??|a.b??a??){3,7}?/",
                "/ab\\b(c??|d){3,7}?/",
                "/abc(x{0})+/",
                "/ab(x{0}c)+/"
            })
    void outlivesARegexThatRepeatsWhatMayBeEmpty(String regex) {
        AdmissionReport report = admission.reviewSources(
                List.of(new RuleSource("test.yar", GOOD + "rule empty { strings: $a = " + regex + " condition: $a }")));
        assertThat(report.refusals()).extracting(Refusal::sentence).noneMatch(text -> text.contains("crash"));
        assertThat(report.admitted().getFirst().text()).contains("rule good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ab(((.{0}){9999}){9999}){9999}/", "/ab(((\\b){9999}){9999}){9999}/"})
    void measuresARegexThatRepeatsNothingForHours(String regex) {
        AdmissionReport report = admission.reviewSources(
                List.of(new RuleSource("test.yar", GOOD + "rule empty { strings: $a = " + regex + " condition: $a }")));
        assertThat(report.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith("it costs "));
        assertThat(report.admitted().getFirst().text()).contains("rule good").doesNotContain("rule empty");
    }
}
