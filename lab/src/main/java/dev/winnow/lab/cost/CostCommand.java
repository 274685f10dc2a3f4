package dev.winnow.lab.cost;

import dev.winnow.lab.command.GeneratedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "cost", description = "Compute the cost of a million messages on AWS, for three ways of using Winnow.")
public final class CostCommand implements Callable<Integer> {
    @Option(
            names = "--sms",
            defaultValue = "100000000",
            paramLabel = "N",
            description = "Messages a month, over which the fixed costs are spread (default ${DEFAULT-VALUE}).")
    private double smsPerMonth;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Messages a second that one worker vCPU scans (default: the measured rate, ${DEFAULT-VALUE}).")
    private double rate = CostModel.SMS_PER_VCPU_SECOND;

    @Option(names = "--write", paramLabel = "PAGE", description = "Write the tables into this page instead.")
    private @Nullable Path page;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Prices prices = Prices.readTable();
        String text = new CostPage(prices, new CostModel(prices, rate)).toMarkdown(Math.max(1, smsPerMonth));
        if (page == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            GeneratedPart.writePart(page, "cost", text);
        }
        return 0;
    }
}
