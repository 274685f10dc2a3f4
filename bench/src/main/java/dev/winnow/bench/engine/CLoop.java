package dev.winnow.bench.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.winnow.yara.PackedSources;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Scans all texts in C, without Java in between. It is never freed. */
final class CLoop {

    private final MethodHandle loop;
    private final MemorySegment scan;
    private final long scanner;
    private final MemorySegment texts;
    private final MemorySegment offsets;
    private final int count;
    private final ScanOptions options;

    CLoop(Shim shim, List<RuleSource> sources, List<byte[]> texts, ScanOptions options) {
        this.loop = shim.loop();
        this.scan = shim.scanFunction();
        this.options = options;
        this.count = texts.size();
        this.texts = Arena.global()
                .allocate(texts.stream().mapToLong(text -> text.length).sum() + 1);
        this.offsets = Arena.global().allocate(JAVA_INT, count + 1L);
        int at = 0;
        for (int i = 0; i < count; i++) {
            byte[] text = texts.get(i);
            MemorySegment.copy(text, 0, this.texts, JAVA_BYTE, at, text.length);
            at += text.length;
            offsets.setAtIndex(JAVA_INT, i + 1L, at);
        }
        this.scanner = openRules(shim, sources);
    }

    /** Scans all texts once and returns the number of matches. */
    long runPass() {
        try {
            return (long) loop.invokeExact(scan, scanner, texts, offsets, count, options.spans());
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private long openRules(Shim shim, List<RuleSource> sources) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment packed = arena.allocateFrom(JAVA_BYTE, PackedSources.packSources(sources));
            MemorySegment rules = arena.allocate(JAVA_LONG);
            MemorySegment report = arena.allocate(JAVA_LONG);
            MemorySegment size = arena.allocate(JAVA_LONG);
            int compiled = (int) shim.compileFunction().invokeExact(packed, packed.byteSize(), rules, report, size);
            MemorySegment handle = arena.allocate(JAVA_LONG);
            int created = (int) shim.createScanner()
                    .invokeExact(rules.get(JAVA_LONG, 0), options.timeout().toNanos(), handle);
            if (compiled != 0 || created != 0) {
                throw new IllegalStateException("the rules do not compile in C");
            }
            return handle.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
