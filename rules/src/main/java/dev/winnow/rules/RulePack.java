package dev.winnow.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rule files with the examples that test them. Immutable; any thread.
 *
 * @param label the day of its last change, such as {@code 2026.11.24}
 * @param files rule files, first the one with the private rules that the others ask
 * @param examples of all files
 */
public record RulePack(String label, List<RuleFile> files, List<RuleExample> examples) {
    private static final String INDEX = "pack.txt";
    private static final String EXTENSION = ".yar";

    /** Its private rules are asked by all other files, so it is never left out. */
    private static final String BASE = "base.yar";

    private static final String SOURCE = "winnow.yar";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}");

    public RulePack {
        if (!DAY.matcher(label).matches()) {
            throw new IllegalArgumentException("a rule pack is called by a day such as 2026.11.24, not " + label);
        }
        files = List.copyOf(files);
        examples = List.copyOf(examples);
    }

    /** The pack that comes with this build. */
    public static RulePack readBundled() {
        List<RuleFile> files = new ArrayList<>();
        List<RuleExample> examples = new ArrayList<>();
        List<String> index = readResource(INDEX).lines().toList();
        for (String topic : index.subList(1, index.size())) {
            files.add(new RuleFile(topic + EXTENSION, readResource(topic + EXTENSION)));
            if (!files.getLast().name().equals(BASE)) {
                examples.addAll(RuleExample.parseFile(
                        topic + RuleExample.FILE_SUFFIX, topic, readResource(topic + RuleExample.FILE_SUFFIX)));
            }
        }
        return new RulePack(index.getFirst(), files, examples);
    }

    /** The pack as it is compiled: all files as one source, in one namespace, so that shared private rules are evaluated once. */
    public RuleFile joinSources() {
        return sourceWithout(Set.of());
    }

    /** The pack as one source without the files of these names, which an operator's files replace. */
    public RuleFile sourceWithout(Set<String> names) {
        String text = files.stream()
                .filter(file -> file.name().equals(BASE) || !names.contains(file.name()))
                .map(RuleFile::text)
                .collect(Collectors.joining("\n"));
        return new RuleFile(SOURCE, text);
    }

    // An index instead of a listing: a jar inside a jar cannot be listed by the class loader alone.
    private static String readResource(String name) {
        try (InputStream in = RulePack.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundled rule pack has no " + name + "; build the module again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of the bundled rule pack", e);
        }
    }
}
