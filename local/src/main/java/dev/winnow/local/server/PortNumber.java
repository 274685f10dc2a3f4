package dev.winnow.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks and explains the port of a command that starts a server. */
final class PortNumber {
    private static final int MAX = 65_535;

    private PortNumber() {}

    /** Refuses a number outside the range of ports, as a wrong use of {@code --port}. */
    static void requireInRange(int port, CommandSpec command) {
        if (port < 0 || port > MAX) {
            throw new ParameterException(
                    command.commandLine(), "--port takes a number from 0 to %d, not %d".formatted(MAX, port));
        }
    }

    /**
     * Refuses a port of the loopback address that cannot be listened on now.
     *
     * @throws IllegalStateException if it is taken or not permitted
     */
    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen on port %d: %s; stop the program that uses it, or choose another port with --port"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    /** Finds the taken port that kept a server from its start, if that is the cause of the failure. */
    static Optional<Integer> findTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of(taken.getPort());
            }
        }
        return Optional.empty();
    }
}
