package dev.winnow.yara;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the shared library: at an explicit path if one is given, and nowhere else then; in the jar otherwise. */
@SuppressWarnings("restricted")
final class NativeLibrary {

    static final String PROPERTY = "winnow.native.library";
    static final String VARIABLE = "WINNOW_NATIVE_LIBRARY";

    private NativeLibrary() {}

    /** Loads the library for the life of the process. */
    static SymbolLookup load() {
        String property = System.getProperty(PROPERTY, "");
        String variable = System.getenv().getOrDefault(VARIABLE, "");
        if (!property.isBlank()) {
            return open(Path.of(property), "system property " + PROPERTY);
        }
        if (!variable.isBlank()) {
            return open(Path.of(variable), "environment variable " + VARIABLE);
        }
        return openBundled(platform() + "/" + System.mapLibraryName("winnow_yara"));
    }

    /** Such as {@code linux-x86_64} or {@code macos-aarch64}, as in {@code build-native}. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macos" : "linux";
        String arch = System.getProperty("os.arch").replace("amd64", "x86_64").replace("arm64", "aarch64");
        return os + "-" + arch;
    }

    private static SymbolLookup open(Path file, String origin) {
        try {
            return SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
        } catch (IllegalArgumentException e) {
            throw failure("%s names %s (%s)".formatted(origin, file, reason(file, e)), e);
        }
    }

    private static SymbolLookup openBundled(String resource) {
        String tried = "system property %s (not set), environment variable %s (not set), %s in the jar"
                .formatted(PROPERTY, VARIABLE, resource);
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw failure(tried + " (not there; build it on this platform)", null);
            }
            Path folder = Files.createTempDirectory("winnow");
            Path file = folder.resolve("libwinnow_yara");
            try {
                Files.copy(in, file);
                return SymbolLookup.libraryLookup(file, Arena.global());
            } catch (IllegalArgumentException e) {
                throw failure(tried + " (copied to %s: %s)".formatted(file, e.getMessage()), e);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw failure(tried + " (%s)".formatted(e), e);
        }
    }

    private static String reason(Path file, IllegalArgumentException e) {
        return Files.isRegularFile(file) ? String.valueOf(e.getMessage()) : "no such file";
    }

    private static UnsatisfiedLinkError failure(String tried, @Nullable Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(
                "Winnow's native library cannot be loaded. Tried: %s. Put the library built by native/build-native where the temporary folder allows execution, or name its path in %s."
                        .formatted(tried, VARIABLE));
        error.initCause(cause);
        return error;
    }
}
