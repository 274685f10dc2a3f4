package dev.winnow.local.server;

import dev.winnow.lab.command.DataOption;
import dev.winnow.lab.command.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow run}. */
@Command(
        name = "run",
        description = {
            "Serve on this machine until Ctrl-C: API, queue, worker, callback sender and store in one process.",
            "A new start on the same data folder continues with the stored messages."
        })
public final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "${env:WINNOW_PORT:-8080}",
            paramLabel = "PORT",
            description = "The API's port (WINNOW_PORT; default ${DEFAULT-VALUE}; 0: any free one).")
    private int port;

    @Option(
            names = "--listen",
            defaultValue = "${env:WINNOW_LISTEN:-127.0.0.1}",
            paramLabel = "ADDRESS",
            description = "The API's address: this machine alone by default, 0.0.0.0 for every network"
                    + " (WINNOW_LISTEN; default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String listen;

    @Option(
            names = "--private-port",
            defaultValue = "${env:MANAGEMENT_SERVER_PORT:-8085}",
            paramLabel = "PORT",
            description = "The port of metrics and health, always on the loopback address"
                    + " (MANAGEMENT_SERVER_PORT; default ${DEFAULT-VALUE}; 0: any free one; -1: none).")
    private int privatePort;

    @Option(
            names = "--console-port",
            defaultValue = "${env:WINNOW_CONSOLE_PORT:-8081}",
            paramLabel = "PORT",
            description = "The console's port (WINNOW_CONSOLE_PORT; default ${DEFAULT-VALUE}; 0: any free one).")
    private int consolePort;

    @Option(names = "--no-console", description = "Serve without the console.")
    private boolean noConsole;

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PortNumber.requireUsable("--port", ListenAddress.require(listen, spec), port, spec);
        PortNumber.requireUsable("--private-port", InetAddress.getLoopbackAddress(), Math.max(0, privatePort), spec);
        PortNumber.requireInRange("--console-port", consolePort, spec);
        LocalServer server = startServer();
        StopSignal stop = StopSignal.closing(server::close);
        printGreeting(server);
        if (!noConsole) {
            openConsole(server);
        }
        stop.awaitStop();
        return 0;
    }

    /** Starts the console after the API serves, which it does not delay. The server goes on without a console that cannot start. */
    private void openConsole(LocalServer server) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            URI link = server.openConsole(consolePort, List.of("--logging.level.dev.winnow=INFO"));
            if (Screen.ofCommand(spec).isTerminal()) {
                out.printf("""

                    See it in your browser (the link works once; winnow console prints a new one):

                      %s
                    """, link);
            } else {
                out.println("Console: " + link.resolve("/") + "; winnow console prints a link that signs you in.");
            }
        } catch (IOException | RuntimeException e) {
            String why = PortNumber.findTaken(e)
                    .map(taken -> "port " + taken + " is taken; choose another one with --console-port")
                    .orElse(e.toString());
            out.println("The console did not start: " + why);
        }
        out.flush();
    }

    private LocalServer startServer() throws IOException {
        try {
            return LocalServer.start(
                    data.path(),
                    port,
                    List.of(
                            "--logging.level.dev.winnow=INFO",
                            "--server.address=" + listen,
                            "--management.server.port=" + privatePort));
        } catch (RuntimeException e) {
            int taken = PortNumber.findTaken(e).orElseThrow(() -> e);
            throw PortNumber.newRefusal(taken == port ? "--port" : "--private-port", taken, "it is taken", e);
        }
    }

    /** Prints addresses and a first command. The key is printed on a terminal only: other output may be kept as a log. */
    private void printGreeting(LocalServer server) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Winnow serves on " + server.endpoint() + ", data in "
                + data.path().toAbsolutePath().normalize());
        if (privatePort > 0) {
            out.println("Metrics: http://localhost:" + privatePort + "/actuator/prometheus");
        }
        Path keyFile = DataFolder.demoKeyFile(data.path());
        if (Files.exists(keyFile)) {
            boolean shown = Screen.ofCommand(spec).isTerminal();
            String key = shown
                    ? Files.readString(keyFile).strip()
                    : "$(cat '" + keyFile.toAbsolutePath().normalize() + "')";
            out.printf("""

                The demo tenant's key: %4$s
                Try it:

                  curl -s %2$s/v1/messages -H "Authorization: Bearer %1$s" \\
                    -H 'Content-Type: application/json' -H 'Prefer: wait=5' \\
                    -d '{"text":"Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay"}'

                Your own rules: %3$s (*.yar, live within two seconds; begin with first.yar.example). Stop: Ctrl-C.
                """, key, server.endpoint(), data.path().resolve("rules"), shown ? key : "in " + keyFile);
            if (!ListenAddress.isLoopback(listen)) {
                out.printf("""

                    Attention: every machine that reaches %s can use this key over plain HTTP. Take it away before you
                    serve others: winnow key revoke demo demo && rm %s
                    """, listen, keyFile);
            }
        }
        out.flush();
    }
}
