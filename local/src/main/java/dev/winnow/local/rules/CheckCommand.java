package dev.winnow.local.rules;

import dev.winnow.lab.command.Screen;
import dev.winnow.lab.judge.Judge;
import dev.winnow.rules.RuleExample;
import dev.winnow.worker.rules.RuleWarnings;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.yara.AdmissionReport;
import dev.winnow.yara.CompileMessage;
import dev.winnow.yara.CompileResult;
import dev.winnow.yara.Refusal;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleCost;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Admit the rules as publishing would (compile and time them in a child process), look for missing and"
                    + " wrong meta, run their examples.",
            "Exit code 1 if anything is wrong."
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int SLOWEST = 5;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RulesOption rules;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** What was found. */
    private record Report(int rules, int examples, List<String> faults, List<Cost> slowest) {}

    /** A rule's worst case as a multiple of the reference rule's, over all texts it was timed on. */
    private record Cost(String rule, double ratio) {}

    @Override
    public Integer call() throws IOException {
        RulesOption.Chosen chosen = rules.choose();
        AdmissionReport admission = CommandAdmission.review(chosen.sources(), spec);
        RulesOption.ChosenExamples examples = rules.readExamples();
        List<String> faults = new ArrayList<>(chosen.faults());
        admission.refusals().stream().map(Refusal::sentence).forEach(faults::add);
        faults.addAll(examples.faults());
        int live = 0;
        if (!admission.admitted().isEmpty()) {
            CompileResult compiled = RuleCompiler.compile(admission.admitted());
            try (Judge judge = new Judge(compiled.orThrow(), MessageScanners.SCAN_OPTIONS, rules.readLinkLists())) {
                List<Rule> all = judge.rules().rules();
                faults.addAll(findSlow(compiled.messages(), all));
                faults.addAll(RuleWarnings.findMissingMeta(all, admission.admitted()));
                faults.addAll(RuleWarnings.findSharedNames(all, admission.admitted()));
                faults.addAll(wrongExamples(judge, examples.examples()));
                live = (int) all.stream().filter(rule -> !rule.isPrivate()).count();
            }
        } else if (faults.isEmpty()) {
            faults.add("the files hold no rule; write one");
        }
        showReport(new Report(live, examples.examples().size(), faults, findSlowest(admission.costs())));
        return faults.isEmpty() ? 0 : 1;
    }

    /** What the engine warns of; a rule that must look for single signs says {@code slow = true}. */
    private static List<String> findSlow(List<CompileMessage> messages, List<Rule> all) {
        Set<String> known = all.stream()
                .filter(rule -> rule.meta().containsKey("slow"))
                .map(Rule::name)
                .collect(Collectors.toSet());
        return messages.stream()
                .filter(message -> message.rule() == null || !known.contains(message.rule()))
                .map(CompileMessage::sentence)
                .toList();
    }

    private static List<String> wrongExamples(Judge judge, List<RuleExample> examples) {
        List<String> faults = new ArrayList<>();
        Set<String> names = judge.rules().rules().stream()
                .filter(rule -> !rule.isPrivate())
                .map(Rule::name)
                .collect(Collectors.toSet());
        for (RuleExample example : examples) {
            if (!names.contains(example.rule())) {
                faults.add("an example of %s names rule '%s', which is not live; correct the name"
                        .formatted(example.topic() + RuleExample.FILE_SUFFIX, example.rule()));
                continue;
            }
            Set<String> matched = judge.examineExample(example).facts().stream()
                    .map(RuleFact::name)
                    .collect(Collectors.toSet());
            if (matched.contains(example.rule()) != example.matches()) {
                faults.add("rule '%s' must %s \"%s\"; correct the rule or the example"
                        .formatted(example.rule(), example.matches() ? "match" : "miss", example.text()));
            }
        }
        return faults;
    }

    private static List<Cost> findSlowest(List<RuleCost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(RuleCost::ratio).reversed())
                .map(cost -> new Cost(cost.rule().toString(), Math.round(cost.ratio() * 10) / 10.0))
                .limit(SLOWEST)
                .toList();
    }

    private void showReport(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.format(report));
            return;
        }
        Screen screen = Screen.ofCommand(spec);
        report.faults().forEach(fault -> out.println(screen.red("wrong  ") + fault));
        report.slowest()
                .forEach(cost -> out.printf("slow   %-40s %5.1f x the reference rule%n", cost.rule(), cost.ratio()));
        String summary = "%d rules, %d examples, %d faults"
                .formatted(report.rules(), report.examples(), report.faults().size());
        out.println(report.faults().isEmpty() ? screen.green(summary) : screen.red(summary));
    }
}
