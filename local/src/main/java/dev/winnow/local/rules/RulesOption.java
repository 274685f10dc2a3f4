package dev.winnow.local.rules;

import dev.winnow.rules.RuleExample;
import dev.winnow.rules.RulePack;
import dev.winnow.rules.TextFile;
import dev.winnow.worker.rules.RuleAdmission;
import dev.winnow.worker.rules.RuleFileFault;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which rules a command works on: the bundled pack, with a folder's files on top. */
public final class RulesOption {
    /** The longest file of examples, in characters. */
    private static final int MAX_EXAMPLES_LENGTH = 16 << 20;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {
                "A folder of .yar or .yara files on top of the bundled pack; a file with a bundled file's name"
                        + " replaces it.",
                "Examples stand beside them as NAME.examples.tsv."
            })
    private @Nullable Path folder;

    @Option(names = "--only", description = "Leave the bundled pack out.")
    private boolean only;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /**
     * The chosen sources.
     *
     * @param sources all that can be read, the bundled pack too
     * @param faults sentences about files and folders that are left out
     */
    record Chosen(List<RuleSource> sources, List<String> faults) {}

    /** Examples, and sentences about the files that hold none. */
    record ChosenExamples(List<RuleExample> examples, List<String> faults) {}

    /** The rules as a server would take them over; names on standard error the files that are left out. */
    List<RuleSource> readSources() throws IOException {
        // The build has admitted the bundled pack, and compiling it twice would double the time of a command.
        return folder == null && !only
                ? RuleFolder.bundledSources()
                : usable(choose(), command.commandLine().getErr());
    }

    /** The same for a folder that is named in another way. */
    public static List<RuleSource> readSources(Path folder, boolean only, PrintWriter err) throws IOException {
        return usable(choose(folder, only), err);
    }

    /** Whether rules are named; otherwise they are the bundled pack. */
    boolean isGiven() {
        return folder != null || only;
    }

    /** The chosen rules in a few words. */
    String describe() {
        String own = folder == null ? "" : folder.toString();
        return only ? own : "the bundled pack" + (own.isEmpty() ? "" : " and " + own);
    }

    Chosen choose() throws IOException {
        return choose(folder, only);
    }

    private static Chosen choose(@Nullable Path folder, boolean only) throws IOException {
        if (folder == null && only) {
            throw new IllegalArgumentException(
                    "--only leaves the bundled pack out and no folder is given, so there is no rule; add --rules DIR");
        }
        RuleFiles files = folder == null ? RuleFiles.none() : RuleFiles.read(existing(folder));
        List<String> faults = new ArrayList<>(
                files.faults().stream().map(RuleFileFault::sentence).toList());
        if (folder != null && files.sources().isEmpty() && faults.isEmpty()) {
            faults.add("there is no .yar or .yara file in " + folder + "; put your rules there or leave --rules out");
        }
        List<RuleSource> own = new ArrayList<>();
        for (RuleSource source : files.sources()) {
            if (source.text().isBlank()) {
                faults.add(source.name() + " is empty; write a rule into it or delete it");
            } else {
                own.add(source);
            }
        }
        List<RuleSource> all = only ? own : RuleFolder.withBundled(own);
        return new Chosen(
                all.stream().filter(source -> !source.text().isBlank()).toList(), faults);
    }

    private static List<RuleSource> usable(Chosen chosen, PrintWriter err) {
        AdmissionReport screened = RuleAdmission.screen(chosen.sources());
        chosen.faults().forEach(fault -> err.println("winnow: " + fault));
        screened.refusals().stream().map(Refusal::sentence).forEach(fault -> err.println("winnow: " + fault));
        err.flush();
        return screened.admitted();
    }

    /** The bundled lists that links are compared with, and on top those of the folder. */
    LinkLists readLinkLists() throws IOException {
        return readLinkLists(folder);
    }

    /** The same for a folder that is named in another way. */
    static LinkLists readLinkLists(@Nullable Path folder) throws IOException {
        return folder == null ? LinkLists.bundled() : LinkLists.withFolder(folder);
    }

    ChosenExamples readExamples() throws IOException {
        List<RuleExample> examples = only
                ? new ArrayList<>()
                : new ArrayList<>(RulePack.readBundled().examples());
        List<String> faults = new ArrayList<>();
        for (Path file : exampleFiles()) {
            String name = file.getFileName().toString();
            String topic = name.substring(0, name.length() - RuleExample.FILE_SUFFIX.length());
            examples.removeIf(example -> example.topic().equals(topic));
            switch (TextFile.read(file, MAX_EXAMPLES_LENGTH)) {
                case TextFile.Text(String text) -> {
                    try {
                        examples.addAll(RuleExample.parseFile(name, topic, text));
                    } catch (IllegalArgumentException e) {
                        faults.add(e.getMessage() + "; no example of this file was tried");
                    }
                }
                case TextFile.Unusable(int line, String reason) ->
                    faults.add("%s is left out: it %s".formatted(line == 0 ? name : name + ":" + line, reason));
                case TextFile.Missing() -> {}
            }
        }
        return new ChosenExamples(examples, faults);
    }

    private List<Path> exampleFiles() throws IOException {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(existing(folder))) {
            return all.filter(file -> file.getFileName().toString().endsWith(RuleExample.FILE_SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static Path existing(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        throw new IllegalArgumentException(
                Files.exists(folder)
                        ? folder + " is a file; --rules takes the folder that it stands in"
                        : "there is no folder " + folder + "; --rules takes one with .yar files");
    }
}
