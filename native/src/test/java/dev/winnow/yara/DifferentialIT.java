package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine finds what libyara finds as it is published: for the engine cases, made-up rules and the bundled pack, on made-up texts.
 * {@code make test-differential} takes more of them, and the corpora.
 */
class DifferentialIT {

    private static final int TEXTS = 4_000;

    @TempDir
    Path folder;

    @Test
    void findsWhatLibyaraFinds() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of("differential").toAbsolutePath().toString(), Integer.toString(TEXTS))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        assertThat(lines).contains("result differential_different 0 bar <= 0 ok");
        assertThat(process.exitValue()).isZero();
    }
}
