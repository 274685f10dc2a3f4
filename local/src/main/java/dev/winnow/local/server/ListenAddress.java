package dev.winnow.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks the address that {@code winnow run} listens on. Stateless. */
final class ListenAddress {
    private ListenAddress() {}

    /** Resolves the address of {@code --listen}; refuses one that is not this machine's, as a wrong use of the option. */
    static InetAddress require(String text, CommandSpec command) {
        try (ServerSocket probe = new ServerSocket()) {
            InetAddress address = InetAddress.getByName(text);
            probe.bind(new InetSocketAddress(address, 0));
            return address;
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "--listen takes an address of this machine, such as 127.0.0.1 or 0.0.0.0, not '%s'".formatted(text),
                    e);
        }
    }

    /** Whether only this machine can reach the address. */
    static boolean isLoopback(String text) {
        try {
            return InetAddress.getByName(text).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The host in the URL with which this machine reaches the address. */
    static String toHost(String text) {
        return switch (text) {
            case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
            default -> text.contains(":") ? "[" + text + "]" : text;
        };
    }
}
