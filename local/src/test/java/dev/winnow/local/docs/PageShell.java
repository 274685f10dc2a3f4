package dev.winnow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A folder in which commands of pages run as they are printed, with the {@code winnow} of this build. */
final class PageShell {
    private static final long MINUTES = 15;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    PageShell(Path folder) throws IOException {
        this.folder = folder;
        putProgram(
                "winnow",
                "exec '%s/bin/java' -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
                                .formatted(System.getProperty("java.home"))
                        + " -Dfile.encoding=UTF-8 -cp \"$TEST_CLASS_PATH\" dev.winnow.local.Winnow \"$@\"");
        environment.put("TEST_CLASS_PATH", absoluteClassPath());
    }

    PageShell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a program of the test's own into the folder, where the commands find it first. */
    PageShell putProgram(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return this;
    }

    /** Runs a script in the folder; its end ends what it left in the background. It must succeed; returns what it printed. */
    String run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("page.sh"), "trap 'kill $(jobs -p) 2> /dev/null || true' EXIT\n" + script);
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-eu", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .merge(
                        "PATH",
                        folder + ":" + System.getProperty("java.home") + "/bin",
                        (old, first) -> first + ":" + old);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0).as(script + "\n" + text).isTrue();
        return text;
    }

    private static String absoluteClassPath() {
        return Pattern.compile(":")
                .splitAsStream(System.getProperty("java.class.path"))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
    }
}
