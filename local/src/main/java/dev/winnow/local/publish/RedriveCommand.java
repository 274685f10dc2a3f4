package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.SqsSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow redrive}. */
@Command(
        name = "redrive",
        description = {
            "Send a fleet's dead letters again, after their cause is repaired.",
            "Their failed messages get new verdicts; every other verdict stays."
        })
public final class RedriveCommand implements Callable<Integer> {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Option(
            names = "--scan-queue",
            defaultValue = "${env:WINNOW_QUEUE_SCANQUEUE:-winnow-scan}",
            paramLabel = "NAME",
            description = "The queue that gets the dead letters (WINNOW_QUEUE_SCANQUEUE; default ${DEFAULT-VALUE}).")
    private String scanQueue = "";

    @Option(
            names = "--dead-letter-queue",
            defaultValue = "${env:WINNOW_QUEUE_DEADLETTERQUEUE:-winnow-dead-letters}",
            paramLabel = "NAME",
            description = "The queue of dead letters (WINNOW_QUEUE_DEADLETTERQUEUE; default ${DEFAULT-VALUE}).")
    private String deadLetterQueue = "";

    @Option(
            names = "--most",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Send at most this many (${DEFAULT-VALUE}).")
    private int most;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        SqsSettings queues =
                new SqsSettings(scanQueue, scanQueue, deadLetterQueue, SqsSettings.DEFAULT.visibility(), false);
        try (AwsServices aws = fleet.openAccount()) {
            int sent = aws.deadLetters(queues).redriveLetters(most);
            spec.commandLine().getOut().println("Sent " + sent + " dead letters again");
        }
        return 0;
    }
}
