package dev.winnow.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rule files with the examples that test them. Immutable; any thread.
 *
 * @param files rule files in the order of their names
 * @param examples of all files
 */
public record RulePack(List<RuleFile> files, List<RuleExample> examples) {
    private static final String INDEX = "pack.txt";
    private static final String EXTENSION = ".yar";

    public RulePack {
        files = List.copyOf(files);
        examples = List.copyOf(examples);
    }

    /** The pack that comes with this build. */
    public static RulePack bundled() {
        List<RuleFile> files = new ArrayList<>();
        List<RuleExample> examples = new ArrayList<>();
        for (String topic : read(INDEX).lines().toList()) {
            files.add(new RuleFile(topic + EXTENSION, read(topic + EXTENSION)));
            examples.addAll(
                    RuleExample.parse(topic + RuleExample.FILE_SUFFIX, topic, read(topic + RuleExample.FILE_SUFFIX)));
        }
        return new RulePack(files, examples);
    }

    // An index instead of a listing: a jar inside a jar cannot be listed by the class loader alone.
    private static String read(String name) {
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
