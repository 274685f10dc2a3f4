package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryIT {

    @TempDir
    Path folder;

    @AfterEach
    void forgetThePath() {
        System.clearProperty(NativeLibrary.PROPERTY);
    }

    @Test
    void loadsFromAnExplicitPath() throws IOException {
        Path file = folder.resolve("libmine.so");
        try (InputStream in = NativeLibrary.class.getResourceAsStream(
                NativeLibrary.platformName() + "/" + System.mapLibraryName("winnow_yara"))) {
            Files.copy(in, file);
        }
        System.setProperty(NativeLibrary.PROPERTY, file.toString());
        assertThat(NativeLibrary.loadLibrary().find("winnow_scanner_scan")).isPresent();
    }

    @Test
    void doesNotLookElsewhereWhenAnExplicitPathIsWrong() {
        System.setProperty(NativeLibrary.PROPERTY, folder.resolve("missing.so").toString());
        assertThatExceptionOfType(UnsatisfiedLinkError.class)
                .isThrownBy(NativeLibrary::loadLibrary)
                .withMessageContaining("missing.so, named by system property winnow.native.library")
                .withMessageContaining("no such file");
        assertThatExceptionOfType(UnsatisfiedLinkError.class)
                .isThrownBy(() -> NativeLibrary.admissionTool(folder))
                .withMessageContaining("winnow-admit beside the library");
    }

    @Test
    void saysWhyAFileIsNoLibrary() throws IOException {
        Path file = Files.writeString(folder.resolve("text.so"), "no library");
        System.setProperty(NativeLibrary.PROPERTY, file.toString());
        assertThatExceptionOfType(UnsatisfiedLinkError.class)
                .isThrownBy(NativeLibrary::loadLibrary)
                .withMessageContaining("text.so");
    }

    @Test
    void exportsOnlyItsOwnSymbols() {
        assertThat(NativeLibrary.loadLibrary().find("yr_initialize")).isEmpty();
    }
}
