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

    /**
     * Refuses a number outside the range of ports, as a wrong use of the option, and a port that cannot be listened on now.
     *
     * @throws IllegalStateException if it is taken or not permitted
     */
    static void requireUsable(String option, InetAddress address, int port, CommandSpec command) {
        requireInRange(option, port, command);
        requireFree(option, address, port);
    }

    /** Refuses a number outside the range of ports, as a wrong use of the option. */
    static void requireInRange(String option, int port, CommandSpec command) {
        if (port < 0 || port > MAX) {
            throw new ParameterException(
                    command.commandLine(), "%s takes a number from 0 to %d, not %d".formatted(option, MAX, port));
        }
    }

    /** Refuses a port of this machine that cannot be listened on now; 0 is never refused. */
    private static void requireFree(String option, InetAddress address, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw newRefusal(option, port, String.valueOf(e.getMessage()), e);
        }
    }

    /** Says that a port cannot be listened on, and with which option to choose another. */
    static IllegalStateException newRefusal(String option, int port, String reason, Exception cause) {
        return new IllegalStateException(
                "cannot listen on port %d: %s; stop the program that uses it, or choose another port with %s"
                        .formatted(port, reason, option),
                cause);
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
