package dev.winnow.yara;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the shared library: only at an explicit path if one is given, otherwise in the jar. */
@SuppressWarnings("restricted")
final class NativeLibrary {

    static final String PROPERTY = "winnow.native.library";
    private static final String TOOL = "winnow-admit";
    static final String VARIABLE = "WINNOW_NATIVE_LIBRARY";

    private NativeLibrary() {}

    /** Loads the library for the life of the process. */
    static SymbolLookup loadLibrary() {
        return explicitPath().map(NativeLibrary::openFile).orElseGet(NativeLibrary::openBundled);
    }

    /**
     * The admission tool: beside the library where its path is explicit, otherwise copied into the folder.
     *
     * @throws UnsatisfiedLinkError if it is not there
     */
    static Path admissionTool(Path folder) throws IOException {
        Optional<Path> explicit = explicitPath();
        if (explicit.isPresent()) {
            Path file = explicit.get().toAbsolutePath().resolveSibling(TOOL);
            if (!Files.isExecutable(file)) {
                throw newFailure("%s beside the library (no executable file)".formatted(file), null);
            }
            return file;
        }
        String resource = platformName() + "/" + TOOL;
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw newFailure("%s in the jar (not there; build it on this platform)".formatted(resource), null);
            }
            Path file = folder.resolve(TOOL);
            Files.copy(in, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return file;
        }
    }

    private static Optional<Path> explicitPath() {
        String property = System.getProperty(PROPERTY, "");
        String path = property.isBlank() ? System.getenv().getOrDefault(VARIABLE, "") : property;
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }

    /** Such as {@code linux-x86_64} or {@code macos-aarch64}, as in {@code build-native}. */
    static String platformName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macos" : "linux";
        String arch = System.getProperty("os.arch").replace("amd64", "x86_64").replace("arm64", "aarch64");
        return os + "-" + arch;
    }

    private static SymbolLookup openFile(Path file) {
        try {
            return SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
        } catch (IllegalArgumentException e) {
            throw newFailure(
                    "%s, named by system property %s or environment variable %s (%s)"
                            .formatted(file, PROPERTY, VARIABLE, describeFailure(file, e)),
                    e);
        }
    }

    private static SymbolLookup openBundled() {
        String resource = platformName() + "/" + System.mapLibraryName("winnow_yara");
        String tried = "system property %s (not set), environment variable %s (not set), %s in the jar"
                .formatted(PROPERTY, VARIABLE, resource);
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw newFailure(tried + " (not there; build it on this platform)", null);
            }
            Path folder = Files.createTempDirectory("winnow");
            Path file = folder.resolve("libwinnow_yara");
            try {
                Files.copy(in, file);
                return SymbolLookup.libraryLookup(file, Arena.global());
            } catch (IllegalArgumentException e) {
                throw newFailure(tried + " (copied to %s: %s)".formatted(file, e.getMessage()), e);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw newFailure(tried + " (%s)".formatted(e), e);
        }
    }

    private static String describeFailure(Path file, IllegalArgumentException e) {
        return Files.isRegularFile(file) ? String.valueOf(e.getMessage()) : "no such file";
    }

    private static UnsatisfiedLinkError newFailure(String tried, @Nullable Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(
                "Winnow's native library cannot be loaded. Tried: %s. Put the library built by native/build-native where the temporary folder allows execution, or name its path in %s."
                        .formatted(tried, VARIABLE));
        error.initCause(cause);
        return error;
    }
}
