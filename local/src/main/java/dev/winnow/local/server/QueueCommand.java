package dev.winnow.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--data",
            defaultValue = "${env:WINNOW_DATA:-data}",
            paramLabel = "DIR",
            description = "The data folder (WINNOW_DATA; default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PortNumber.requireInRange("--port", port, spec);
        PortNumber.requireFree("--port", InetAddress.getLoopbackAddress(), port);
        CountDownLatch stopped = new CountDownLatch(1);
        LocalQueue queue = LocalQueue.start(data, port);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            queue.close();
            stopped.countDown();
        }));
        spec.commandLine().getOut().println("Queues are serving on " + queue.endpoint());
        spec.commandLine().getOut().flush();
        stopped.await();
        return 0;
    }
}
