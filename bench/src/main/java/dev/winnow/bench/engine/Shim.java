package dev.winnow.bench.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** The engine's shared library as a C program sees it, and the loop in C over it. */
@SuppressWarnings("restricted")
final class Shim {

    private static final String PROPERTY = "winnow.native.library";

    private final SymbolLookup engine;
    private final SymbolLookup loop;

    private Shim(SymbolLookup engine, SymbolLookup loop) {
        this.engine = engine;
        this.loop = loop;
    }

    /** Loads the library from the same file as the Java binding, so that both run the same code. */
    static Shim loadLibrary() {
        try {
            Path folder = Files.createTempDirectory("winnow-bench");
            Path engine = copyResource(
                    "/dev/winnow/yara/" + platformName() + "/" + System.mapLibraryName("winnow_yara"), folder);
            Path loop = copyResource("scan_loop.so", folder);
            System.setProperty(PROPERTY, engine.toString());
            Shim shim = new Shim(
                    SymbolLookup.libraryLookup(engine, Arena.global()),
                    SymbolLookup.libraryLookup(loop, Arena.global()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                engine.toFile().delete();
                loop.toFile().delete();
                folder.toFile().delete();
            }));
            return shim;
        } catch (IOException e) {
            throw new UncheckedIOException("the engine's library cannot be copied to a temporary folder", e);
        }
    }

    MethodHandle compileFunction() {
        return bindFunction(engine, "winnow_compile", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
    }

    MethodHandle createScanner() {
        return bindFunction(engine, "winnow_scanner_create", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS);
    }

    MethodHandle loop() {
        return bindFunction(loop, "scan_loop", JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
    }

    MemorySegment scanFunction() {
        return engine.find("winnow_scanner_scan").orElseThrow();
    }

    private static MethodHandle bindFunction(
            SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(library.find(name).orElseThrow(), FunctionDescriptor.of(result, arguments));
    }

    private static Path copyResource(String resource, Path folder) throws IOException {
        try (InputStream in = Shim.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path; build the bench module");
            }
            Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
            Files.copy(in, file);
            return file;
        }
    }

    private static String platformName() {
        String os = System.mapLibraryName("").endsWith("dylib") ? "macos" : "linux";
        return os + "-"
                + System.getProperty("os.arch").replace("amd64", "x86_64").replace("arm64", "aarch64");
    }
}
