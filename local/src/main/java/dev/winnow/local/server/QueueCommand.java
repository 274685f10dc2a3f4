package dev.winnow.local.server;

import dev.winnow.lab.command.DataOption;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow queue}. */
@Command(
        name = "queue",
        description = {
            "Serve only the queues, on loopback, for trials with the API and the workers in processes of their"
                    + " own.",
            "",
            "The queues are lost when it stops. It makes tenants and a demo key in the data folder.",
            "It checks no credentials: every user of this machine can read and empty the queues."
        })
public final class QueueCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "9324",
            paramLabel = "PORT",
            description = "The port (default ${DEFAULT-VALUE}; 0: any free one).")
    private int port;

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PortNumber.requireUsable("--port", InetAddress.getLoopbackAddress(), port, spec);
        LocalQueue queue = LocalQueue.start(data.path(), port);
        StopSignal stop = StopSignal.closing(queue::close);
        spec.commandLine().getOut().println("Queues are serving on " + queue.endpoint());
        spec.commandLine().getOut().flush();
        stop.awaitStop();
        return 0;
    }
}
