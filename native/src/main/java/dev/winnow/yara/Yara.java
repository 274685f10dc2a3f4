package dev.winnow.yara;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of winnow_yara.h. Handles of long-lived objects are plain addresses: their owners, {@link RuleSet} and
 * {@link Scanner}, keep them from being used after their end.
 */
@SuppressWarnings("restricted")
final class Yara {

    /** WINNOW_MAX_TEXT. */
    static final int MAX_TEXT = 8192;

    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final SymbolLookup LIBRARY = NativeLibrary.loadLibrary();
    private static final MethodHandle COMPILE =
            bindFunction("winnow_compile", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle REPORT_DESTROY = bindVoid("winnow_report_destroy", JAVA_LONG);
    private static final MethodHandle RULES_DESTROY = bindVoid("winnow_rules_destroy", JAVA_LONG);
    private static final MethodHandle SCANNER_CREATE =
            bindFunction("winnow_scanner_create", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS);
    private static final MethodHandle SCANNER_DEFINE =
            bindFunction("winnow_scanner_define", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle SCANNER_DEFINE_NUMBER =
            bindFunction("winnow_scanner_define_number", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MethodHandle SCANNER_SCAN =
            bindFunction("winnow_scanner_scan", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle SCANNER_DESTROY = bindVoid("winnow_scanner_destroy", JAVA_LONG);
    private static final MethodHandle LIVE_HANDLES = bindFunction("winnow_live_handles", JAVA_LONG);

    static {
        int result = initialize();
        if (result != 0) {
            throw new IllegalStateException(
                    "libyara does not start: " + EngineError.of(result).text());
        }
    }

    private Yara() {}

    static int compile(MemorySegment sources, MemorySegment rules, MemorySegment report, MemorySegment size) {
        try {
            return (int) COMPILE.invokeExact(sources, sources.byteSize(), rules, report, size);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static void destroyReport(long report) {
        try {
            REPORT_DESTROY.invokeExact(report);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static void destroyRules(long rules) {
        try {
            RULES_DESTROY.invokeExact(rules);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static int createScanner(long rules, long timeoutNanos, MemorySegment scanner) {
        try {
            return (int) SCANNER_CREATE.invokeExact(rules, timeoutNanos, scanner);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static int defineExternal(long scanner, int external, int size) {
        try {
            return (int) SCANNER_DEFINE.invokeExact(scanner, external, size);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static int defineNumber(long scanner, int external, long value) {
        try {
            return (int) SCANNER_DEFINE_NUMBER.invokeExact(scanner, external, value);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static int scan(long scanner, int size, int maxSpans) {
        try {
            return (int) SCANNER_SCAN.invokeExact(scanner, size, maxSpans);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    static void destroyScanner(long scanner) {
        try {
            SCANNER_DESTROY.invokeExact(scanner);
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    /** Rule sets, scanners and reports that exist now in native memory. */
    static long liveHandles() {
        try {
            return (long) LIVE_HANDLES.invokeExact();
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    /** Native memory as a segment; it must not be used after its owner frees it. */
    static MemorySegment viewMemory(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    static int intAt(long address) {
        return MEMORY.get(JAVA_INT, address);
    }

    static long longAt(long address) {
        return MEMORY.get(JAVA_LONG, address);
    }

    private static int initialize() {
        try {
            return (int) bindFunction("winnow_initialize", JAVA_INT).invokeExact();
        } catch (Throwable e) {
            throw newUnexpected(e);
        }
    }

    private static MethodHandle bindFunction(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(findSymbol(name), FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle bindVoid(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(findSymbol(name), FunctionDescriptor.ofVoid(arguments));
    }

    private static MemorySegment findSymbol(String name) {
        return LIBRARY.find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError(
                        "the loaded library has no %s: it was built for another version of Winnow".formatted(name)));
    }

    private static AssertionError newUnexpected(Throwable e) {
        return new AssertionError("a plain downcall does not throw", e);
    }
}
