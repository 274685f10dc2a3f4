package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of build-native on a machine where it cannot build. */
class BuildNativeIT {

    @TempDir
    Path folder;

    @Test
    void namesThePackageToInstallWithoutACompiler() throws Exception {
        assertThat(build(Map.of("CC", "no-such-compiler")))
                .contains("there is no C compiler 'no-such-compiler'. Install one: 'apt-get install gcc libc6-dev'");
    }

    @Test
    void saysWhereToPutTheSourceWhenNoneCanBeFetched() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : "sh dirname mktemp rm uname cc head cut sha256sum shasum cat mkdir grep".split(" ", -1)) {
            link(tools, tool);
        }
        assertThat(build(Map.of("PATH", tools.toString(), "WINNOW_CACHE", folder.toString())))
                .contains("libyara 4.5.8 could not be fetched")
                .contains("put the file at %s/yara-4.5.8.tar.gz, and build again".formatted(folder));
    }

    @Test
    void refusesASourceThatIsNotThePinnedOne() throws Exception {
        Files.writeString(folder.resolve("yara-4.5.8.tar.gz"), "something else");
        assertThat(build(Map.of("WINNOW_CACHE", folder.toString())))
                .contains("does not hold the libyara 4.5.8 this build is pinned to")
                .contains("delete it and build again");
    }

    private String build(Map<String, String> environment) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("build-native").toAbsolutePath().toString(),
                        folder.resolve("target/classes").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    private static void link(Path tools, String tool) throws IOException {
        for (String place : new String[] {"/usr/bin", "/bin"}) {
            Path target = Path.of(place, tool);
            if (Files.exists(target)) {
                Files.createSymbolicLink(tools.resolve(tool), target);
                return;
            }
        }
    }
}
