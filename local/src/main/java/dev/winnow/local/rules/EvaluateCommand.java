package dev.winnow.local.rules;

import dev.winnow.lab.command.ProgressBar;
import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.StandardInput;
import dev.winnow.lab.evaluate.FileReport;
import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.View;
import dev.winnow.worker.scan.RuleFact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = {
            "Judge labelled messages and count right and wrong verdicts.",
            "",
            "For each file: a table of label by verdict, recall at low false-positive rates, accuracy, each rule's hits and"
                    + " precision, and the messages that were judged wrong."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "label<TAB>text with a header, or a folder of such files; '-' is standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RulesOption rules;

    @Option(names = "--rows", description = "Print one JSON object a message instead of tables.")
    private boolean rows;

    @Option(
            names = "--wrong",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many wrongly judged messages to print for each file (default ${DEFAULT-VALUE}).")
    private int wrong;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A judged message, for programs. */
    private record Row(String label, String verdict, int score, List<String> rules, String view, long nanoseconds) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Corpus> corpora = new ArrayList<>();
        for (Path path : files) {
            if (!path.toString().equals(StandardInput.NAME) && !Files.exists(path)) {
                spec.commandLine()
                        .getErr()
                        .println("winnow: there is no " + path
                                + ", so nothing was measured; the SMS Spam Collection is at https://doi.org/10.24432/C5CC84: save it"
                                + " as label<TAB>text with that header");
                return 2;
            }
            corpora.addAll(Corpus.readAll(path));
        }
        try (Judge judge = new Judge(rules.readSources(), rules.readLinkLists())) {
            corpora.forEach(corpus -> showReport(judgeCorpus(corpus, judge), out));
        }
        return 0;
    }

    private FileReport judgeCorpus(Corpus corpus, Judge judge) {
        PrintWriter err = spec.commandLine().getErr();
        Set<String> unknown = corpus.listUnknownLabels();
        if (!unknown.isEmpty()) {
            err.println("winnow: " + corpus.name()
                    + " has labels that are not known, so their messages count as honest: " + String.join(", ", unknown)
                    + "; known are " + String.join(", ", LabelledMessage.listKnownLabels()));
        }
        try (ProgressBar progress = new ProgressBar(err, Screen.ofCommand(spec))) {
            return new FileReport(corpus, judge, progress.countUnits("messages are judged"));
        }
    }

    private void showReport(FileReport report, PrintWriter out) {
        if (rows) {
            report.rows().forEach(row -> out.println(Json.format(toRow(row))));
        } else {
            report.printTable(out);
            report.printRules(out);
            report.printWrong(out, wrong);
        }
        out.flush();
    }

    private static Row toRow(FileReport.Row row) {
        boolean folded = row.verdict().matches().stream().map(RuleMatch::view).anyMatch(View.FOLDED::equals);
        return new Row(
                row.message().label(),
                row.verdict().category().token(),
                row.verdict().score(),
                row.rules().stream().map(RuleFact::name).toList(),
                folded ? View.FOLDED.token() : View.RAW.token(),
                row.nanoseconds());
    }
}
