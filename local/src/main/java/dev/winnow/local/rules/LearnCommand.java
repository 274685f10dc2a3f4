package dev.winnow.local.rules;

import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.lab.learn.LearnOptions;
import dev.winnow.lab.learn.Learner;
import dev.winnow.lab.learn.LearntRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "learn",
        description = {
            "Learn rules from labelled messages and write them as YARA.",
            "",
            "They are a linear model whose features are strings and whose weights are points. Equal input and seed give an"
                    + " equal file. Put it into the rules folder to make it live."
        })
public final class LearnCommand implements Callable<Integer> {
    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "FILE",
            description =
                    "label<TAB>text with a header, or a folder of such files; may be given again. spam and smishing are junk.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> corpora;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the rules.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--max-rules",
            defaultValue = "1200",
            paramLabel = "N",
            description = "The most rules, up to 2,000 (default ${DEFAULT-VALUE}).")
    private int maxRules;

    @Option(
            names = "--max-weight",
            defaultValue = "60",
            paramLabel = "N",
            description = "The most points a rule adds or takes (default ${DEFAULT-VALUE}).")
    private int maxWeight;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LabelledMessage> messages = new ArrayList<>();
        for (Path path : corpora) {
            Corpus.readAll(path).forEach(corpus -> messages.addAll(corpus.messages()));
        }
        LearntRules learnt = new Learner(messages, new LearnOptions(seed, maxRules, maxWeight)).learnRules();
        Files.writeString(out, learnt.toSource());
        spec.commandLine()
                .getOut()
                .printf("%,d rules from %,d messages: %s%n", learnt.rules().size(), messages.size(), out);
        return 0;
    }
}
