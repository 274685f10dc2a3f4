package dev.winnow.console.rules;

import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule files that an operator wants to publish, on top of the bundled pack. Immutable; any thread.
 *
 * @param files the files
 * @param removesOthers whether the own files that are live now and not among these are removed; otherwise they stay
 */
public record RuleDraft(List<RuleSource> files, boolean removesOthers) {
    /** The most files of a draft. */
    public static final int MAX_FILES = 50;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}\\.yara?");

    /**
     * Checks names and number.
     *
     * @throws IllegalArgumentException if the files cannot be a folder of rules; says why
     */
    public RuleDraft {
        files = List.copyOf(files);
        if (files.isEmpty() && !removesOthers) {
            throw new IllegalArgumentException("a draft has at least one rule file");
        }
        if (files.size() > MAX_FILES) {
            throw new IllegalArgumentException("a draft has at most " + MAX_FILES + " rule files");
        }
        Set<String> namespaces = new HashSet<>();
        for (RuleSource file : files) {
            if (!NAME.matcher(file.name()).matches()) {
                throw new IllegalArgumentException("a rule file has a plain name that ends in .yar or .yara, and not '"
                        + shorten(file.name()) + "'");
            }
            if (file.namespace().equals(RuleFiles.RESERVED)) {
                throw new IllegalArgumentException(file.name() + " has the name of the bundled pack; rename it");
            }
            if (!namespaces.add(file.namespace().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two rule files are called " + file.namespace());
            }
        }
    }

    /**
     * The own files after the publication.
     *
     * @param live the own files before it
     */
    List<RuleSource> applyTo(List<RuleSource> live) {
        List<RuleSource> next = new ArrayList<>(files);
        if (!removesOthers) {
            live.stream()
                    .filter(file ->
                            files.stream().noneMatch(fresh -> fresh.namespace().equals(file.namespace())))
                    .forEach(next::add);
        }
        next.sort(java.util.Comparator.comparing(RuleSource::name));
        return List.copyOf(next);
    }

    private static String shorten(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "..." : name;
    }
}
