package dev.winnow.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The command line's arguments as they were typed. The JVM decodes them by the locale, which cron, containers and ssh often leave
 * unset; a text that is judged must be UTF-8 all the same. Stateless.
 */
final class TypedArguments {
    private TypedArguments() {}

    /** Decodes the arguments anew if the JVM did not read them as UTF-8 and the system shows their bytes (Linux). */
    static String[] decode(String... arguments) {
        if ("UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            return arguments;
        }
        try {
            return decode(Files.readAllBytes(Path.of("/proc/self/cmdline")), arguments);
        } catch (IOException noSuchSystem) {
            return arguments;
        }
    }

    /** Takes the last arguments from the bytes of a command line; each argument there ends with a NUL. */
    static String[] decode(byte[] commandLine, String... arguments) {
        String[] all = new String(commandLine, StandardCharsets.UTF_8).split("\0", -1);
        int end = all.length - 1;
        return end < arguments.length ? arguments : Arrays.copyOfRange(all, end - arguments.length, end);
    }
}
