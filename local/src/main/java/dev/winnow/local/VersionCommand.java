package dev.winnow.local;

import dev.winnow.build.BuildInfo;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "version",
        description = "Print version, commit, build date, Java, engine and the bundled rule set's version.")
final class VersionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (RuleSet rules = RuleCompiler.compile(RulePack.readBundled().label(), RuleFolder.bundledSources())
                .orThrow()) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s%nengine %s%nrules  %s (%d rules)%n",
                            BuildInfo.readBuild().describeProgram("local"),
                            RuleSet.ENGINE_VERSION,
                            rules.version(),
                            rules.rules().size());
        }
        return 0;
    }
}
