package dev.winnow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    private static final int MAX_LENGTH = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readsUtf8WithAndWithoutAByteOrderMark() throws IOException {
        assertThat(read("größe")).isEqualTo(new TextFile.Text("größe"));
        assertThat(read("\uFEFFgröße")).isEqualTo(new TextFile.Text("größe"));
    }

    @Test
    void namesTheLineOfAByteThatIsNotUtf8() throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, Charset.forName("windows-1252")}) {
            assertThat(read("one\ntwo\ngröße".getBytes(charset)))
                    .isInstanceOfSatisfying(TextFile.Unusable.class, fault -> {
                        assertThat(fault.line()).isEqualTo(3);
                        assertThat(fault.reason()).contains("0xF6", "save it as UTF-8");
                    });
        }
        assertThat(read(new byte[] {'a', '\n', (byte) 0xC3}))
                .isInstanceOfSatisfying(
                        TextFile.Unusable.class,
                        fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @Test
    void namesUtf16AndCompanionFiles() throws IOException {
        assertThat(reason("rule".getBytes(StandardCharsets.UTF_16))).contains("UTF-16", "UTF-8");
        assertThat(reason("rule".getBytes(StandardCharsets.UTF_16LE))).contains("NUL", "UTF-8");
        assertThat(reason(new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0, 'M', 'a', 'c'}))
                .contains("macOS", "delete");
    }

    @Test
    void namesAFileThatIsTooLong() throws IOException {
        assertThat(read("x".repeat(MAX_LENGTH))).isInstanceOf(TextFile.Text.class);
        assertThat(reason("x".repeat(MAX_LENGTH + 1).getBytes(StandardCharsets.UTF_8)))
                .contains("100 characters", "split");
        assertThat(reason("x".repeat(100 * MAX_LENGTH).getBytes(StandardCharsets.UTF_8)))
                .contains("100 characters");
        assertThat(read("€".repeat(MAX_LENGTH))).isInstanceOf(TextFile.Text.class);
    }

    @Test
    void opensNeitherFoldersNorPipes() throws Exception {
        assertThat(TextFile.read(folder, MAX_LENGTH)).isInstanceOf(TextFile.Unusable.class);
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(TextFile.read(pipe, MAX_LENGTH)).isInstanceOf(TextFile.Unusable.class));
        assertThat(TextFile.read(Path.of("/dev/zero"), MAX_LENGTH)).isInstanceOf(TextFile.Unusable.class);
    }

    @Test
    void tellsALostTargetFromAFileThatIsGone() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));

        assertThat(TextFile.read(link, MAX_LENGTH)).isInstanceOf(TextFile.Unusable.class);
        assertThat(TextFile.read(loop, MAX_LENGTH)).isInstanceOf(TextFile.Unusable.class);
        assertThat(TextFile.read(folder.resolve("gone"), MAX_LENGTH)).isEqualTo(new TextFile.Missing());
    }

    @Test
    void namesTheFaultOfARequiredFile() {
        assertThatThrownBy(() -> TextFile.require(folder.resolve("gone"), MAX_LENGTH))
                .hasMessageContaining("there is no file")
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> TextFile.require(folder, MAX_LENGTH)).hasMessageContaining("is a folder");
    }

    private String reason(byte[] content) throws IOException {
        return ((TextFile.Unusable) read(content)).reason();
    }

    private TextFile read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private TextFile read(byte[] content) throws IOException {
        return TextFile.read(Files.write(folder.resolve("file"), content), MAX_LENGTH);
    }
}
