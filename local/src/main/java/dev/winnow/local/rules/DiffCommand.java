package dev.winnow.local.rules;

import dev.winnow.lab.command.DisplayText;
import dev.winnow.lab.command.Screen;
import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = {
            "Show the messages of a corpus whose verdict changes between two folders of rules, each on top of the"
                    + " bundled pack.",
            "One line a change: label, old verdict and score, new verdict and score, text, tab-separated."
        })
public final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "A folder of .yar files.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "A folder of .yar files.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "FILE",
            description = "label<TAB>text, or a folder of them.")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(names = "--only", description = "Leave the bundled pack out.")
    private boolean only;

    @Option(names = "--json", description = "Print one JSON object a change.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A message that is judged in another way. */
    private record Change(String label, String before, int scoreBefore, String after, int scoreAfter, String text) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int changes = 0;
        try (Judge old = new Judge(
                        RulesOption.readSources(before, only, spec.commandLine().getErr()),
                        RulesOption.readLinkLists(before));
                Judge young = new Judge(
                        RulesOption.readSources(after, only, spec.commandLine().getErr()),
                        RulesOption.readLinkLists(after))) {
            for (Corpus file : Corpus.readAll(corpus)) {
                for (LabelledMessage message : file.messages()) {
                    changes += compareVerdicts(old, young, message, out);
                }
            }
        }
        if (!json) {
            out.println(changes + " verdicts change");
        }
        return 0;
    }

    private int compareVerdicts(Judge old, Judge young, LabelledMessage message, PrintWriter out) {
        Verdict.Judged was = old.judgeText(message.text(), null, TenantSettings.DEFAULT);
        Verdict.Judged is = young.judgeText(message.text(), null, TenantSettings.DEFAULT);
        if (was.category() == is.category()) {
            return 0;
        }
        Change change = new Change(
                message.label(),
                was.category().token(),
                was.score(),
                is.category().token(),
                is.score(),
                message.text());
        if (json) {
            out.println(Json.format(change));
        } else {
            Screen screen = Screen.ofCommand(spec);
            out.printf(
                    "%s\t%s %d\t%s %d\t%s%n",
                    change.label(),
                    change.before(),
                    change.scoreBefore(),
                    screen.paintVerdict(change.after()),
                    change.scoreAfter(),
                    DisplayText.toLine(change.text()));
        }
        return 1;
    }
}
