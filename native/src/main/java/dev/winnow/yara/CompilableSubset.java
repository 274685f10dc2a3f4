package dev.winnow.yara;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes the rules that do not compile out of one source until the rest does. */
final class CompilableSubset {

    private final Function<List<RuleSource>, CompileReport> compiler;
    private final List<CompileMessage> messages = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();

    /** The rules that compile; empty when there are none. */
    private final Optional<RuleSource> survivor;

    CompilableSubset(RuleSource source, Function<List<RuleSource>, CompileReport> compiler) {
        this.compiler = compiler;
        this.survivor = findCompilable(source);
    }

    List<CompileMessage> messages() {
        return messages;
    }

    List<Quarantined> quarantined() {
        return quarantined;
    }

    Optional<RuleSource> survivor() {
        return survivor;
    }

    private Optional<RuleSource> findCompilable(RuleSource source) {
        RuleSource current = source;
        CompileReport report = tryCompile(current);
        while (report.failed()) {
            Collection<Bad> bad = badRules(current.text(), report.errors());
            if (bad.isEmpty()) {
                quarantined.add(
                        new Quarantined(source.name(), null, report.errors().getFirst()));
                return Optional.empty();
            }
            String text = current.text();
            for (Bad rule : bad) {
                quarantined.add(new Quarantined(source.name(), rule.span().name(), rule.cause()));
                text = SourceOutline.blankOut(text, rule.span());
            }
            current = new RuleSource(source.name(), text);
            report = tryCompile(current);
        }
        return report.rules().isEmpty() ? Optional.empty() : Optional.of(current);
    }

    private CompileReport tryCompile(RuleSource source) {
        CompileReport report = compiler.apply(List.of(source));
        report.messages().stream().filter(m -> !messages.contains(m)).forEach(messages::add);
        return report;
    }

    private record Bad(SourceOutline.RuleRange span, CompileMessage cause) {}

    private static Collection<Bad> badRules(String text, List<CompileMessage> errors) {
        SourceOutline outline = SourceOutline.of(text);
        Map<SourceOutline.RuleRange, Bad> bad = new LinkedHashMap<>();
        for (CompileMessage error : errors) {
            outline.ruleOf(error).ifPresent(span -> bad.putIfAbsent(span, new Bad(span, error)));
        }
        return bad.values();
    }
}
