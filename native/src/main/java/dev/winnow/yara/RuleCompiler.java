package dev.winnow.yara;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compiles rule files into a {@link RuleSet}. A rule that does not compile is left out and named, the rest is live; rules that
 * refer to it go with it. {@code include} is off and there are no modules. Any thread, any number at once.
 *
 * <p>Compiling does not bound the cost of a rule: that is the part of {@link Admission}.
 */
public final class RuleCompiler {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._-]{0,40}");

    private RuleCompiler() {}

    /** Compiles the files as a set without a label. */
    public static CompileResult compile(List<RuleSource> sources) {
        return compile("", sources);
    }

    /**
     * Compiles the files as one set. Their order does not matter.
     *
     * @param label its name for people, in front of the version's hash: up to 40 letters, digits, dots, dashes and underscores
     * @throws IllegalArgumentException if two files share a namespace or the label has other characters
     */
    public static CompileResult compile(String label, List<RuleSource> sources) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no label for rules; take up to 40 letters, digits, dots, dashes and underscores"
                            .formatted(label));
        }
        List<RuleSource> sorted = inOrder(sources);
        NativeCompile attempt = NativeCompile.compileSources(sorted);
        return attempt.report().failed()
                ? compileSurvivors(label, sorted)
                : makeLive(label, attempt, sorted, List.of(), attempt.report().messages());
    }

    /** By name, so that the rules' indexes do not depend on the order of the files. */
    static List<RuleSource> inOrder(List<RuleSource> sources) {
        requireOwnNamespaces(sources);
        return sources.stream().sorted(Comparator.comparing(RuleSource::name)).toList();
    }

    private static CompileResult compileSurvivors(String label, List<RuleSource> sources) {
        List<RuleSource> survivors = new ArrayList<>();
        List<Quarantined> quarantined = new ArrayList<>();
        List<CompileMessage> messages = new ArrayList<>();
        for (RuleSource source : sources) {
            CompilableSubset triage = new CompilableSubset(source, NativeCompile::tryOut);
            triage.survivor().ifPresent(survivors::add);
            quarantined.addAll(triage.quarantined());
            messages.addAll(triage.messages());
        }
        return makeLive(label, NativeCompile.compileSources(survivors), survivors, quarantined, messages);
    }

    private static CompileResult makeLive(
            String label,
            NativeCompile compiled,
            List<RuleSource> sources,
            List<Quarantined> quarantined,
            List<CompileMessage> messages) {
        CompileReport report = compiled.report();
        if (report.failed()) {
            throw new IllegalStateException("files that compile alone do not compile together: "
                    + report.errors().getFirst().sentence());
        }
        if (report.rules().isEmpty()) {
            Yara.destroyRules(compiled.address());
            return new CompileResult.NoLiveRules(quarantined, messages);
        }
        RuleSet rules = new RuleSet(compiled.address(), report.rules(), versionOf(label, sources));
        return new CompileResult.Compiled(rules, quarantined, messages);
    }

    private static void requireOwnNamespaces(List<RuleSource> sources) {
        Set<String> seen = new HashSet<>();
        for (RuleSource source : sources) {
            if (!seen.add(source.namespace())) {
                throw new IllegalArgumentException(
                        "two rule files are called '%s'; rename one, the name is their namespace"
                                .formatted(source.namespace()));
            }
        }
    }

    private static String versionOf(String label, List<RuleSource> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(RuleSet.ENGINE_VERSION.getBytes(StandardCharsets.UTF_8));
            for (RuleSource source : sources) {
                digest.update(MessageDigest.getInstance("SHA-256")
                        .digest(source.namespace().getBytes(StandardCharsets.UTF_8)));
                digest.update(MessageDigest.getInstance("SHA-256")
                        .digest(source.text().getBytes(StandardCharsets.UTF_8)));
            }
            String hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
            return label.isEmpty() ? hash : label + "-" + hash.substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
