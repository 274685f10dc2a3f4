package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the {@code winnow} script in the environments of cron, ssh and containers. */
class LauncherIT {
    private static final Path SCRIPT = Path.of("..", "winnow").toAbsolutePath().normalize();
    private static final String TEXT = "Ваш аккаунт заблокирован, подтвердите: http://größe.top/x";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({"LANG,C", "LC_ALL,POSIX", "LC_ALL,xx_XX.UTF-8", "LC_CTYPE,de_DE.ISO-8859-1", "UNRELATED,1"})
    void readsAndWritesUtf8InEveryLocale(String name, String value) throws Exception {
        String said = run(Map.of(name, value), "exec \"%s\" rules explain \"%s\"".formatted(SCRIPT, TEXT));

        assertThat(said).contains("junk", "account_locked_abroad", "\"аккаунт\"");
    }

    @Test
    void opensPathsOutsideAscii() throws Exception {
        String said = run(Map.of("LANG", "C"), """
            mkdir größe && printf 'rule mine { meta: title = "Größe" category = "junk" weight = 60 strings: $a = "größe" condition: $a }' > größe/größe.yar
            exec "%s" rules explain --rules größe --only "die größe"
            """.formatted(SCRIPT));

        assertThat(said).contains("junk, score 60", "Größe");
    }

    @Test
    void startsThroughALinkWithoutAHome() throws Exception {
        assertThat(run(Map.of(), "ln -s \"%s\" linked && exec ./linked version".formatted(SCRIPT)))
                .contains("winnow", "yara 4.5");
    }

    /** Runs a command line from a file, because the test's own locale may not know its characters. */
    private String run(Map<String, String> environment, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sh"), script, StandardCharsets.UTF_8);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
