package dev.winnow.yara;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the rules that do not compile out of one source until the rest does. */
final class Triage {

    private final List<CompileMessage> messages = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final Optional<RuleSource> survivor;

    Triage(RuleSource source) {
        this.survivor = reduce(source);
    }

    List<CompileMessage> messages() {
        return messages;
    }

    List<Quarantined> quarantined() {
        return quarantined;
    }

    /** What compiles; empty when nothing does. */
    Optional<RuleSource> survivor() {
        return survivor;
    }

    private Optional<RuleSource> reduce(RuleSource source) {
        RuleSource current = source;
        while (true) {
            NativeCompile attempt = NativeCompile.of(List.of(current));
            attempt.messages().stream().filter(m -> !messages.contains(m)).forEach(messages::add);
            if (!attempt.failed()) {
                Yara.destroyRules(attempt.rules());
                return attempt.described().isEmpty() ? Optional.empty() : Optional.of(current);
            }
            List<CompileMessage> errors = attempt.messages().stream()
                    .filter(message -> message.level() == CompileMessage.Level.ERROR)
                    .toList();
            Collection<Bad> bad = badRules(current.text(), errors);
            if (bad.isEmpty()) {
                quarantined.add(new Quarantined(source.name(), null, errors.getFirst()));
                return Optional.empty();
            }
            String text = current.text();
            for (Bad rule : bad) {
                quarantined.add(new Quarantined(source.name(), rule.span().name(), rule.cause()));
                text = SourceOutline.without(text, rule.span());
            }
            current = new RuleSource(source.name(), text);
        }
    }

    private record Bad(SourceOutline.Span span, CompileMessage cause) {}

    private static Collection<Bad> badRules(String text, List<CompileMessage> errors) {
        SourceOutline outline = SourceOutline.of(text);
        Map<SourceOutline.Span, Bad> bad = new LinkedHashMap<>();
        for (CompileMessage error : errors) {
            outline.ruleOf(error).ifPresent(span -> bad.putIfAbsent(span, new Bad(span, error)));
        }
        return bad.values();
    }
}
