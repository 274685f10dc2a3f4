package dev.winnow.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands of the JDK that runs this process. */
public final class Jvm {
    private Jvm() {}

    /** The path of a tool, such as {@code java} or {@code jcmd}. */
    public static String toolPath(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** The command line that runs a class of this class path with these options. */
    public static List<String> commandFor(Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(toolPath("java"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        return command;
    }
}
