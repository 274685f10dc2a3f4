package dev.winnow.yara;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of winnow_compile.
 *
 * @param address of the rules, which the caller owns; 0 if it failed
 */
record NativeCompile(long address, CompileReport report) {

    static NativeCompile compileSources(List<RuleSource> sources) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment packed = arena.allocateFrom(ValueLayout.JAVA_BYTE, PackedSources.packSources(sources));
            MemorySegment rules = arena.allocate(JAVA_LONG);
            MemorySegment report = arena.allocate(JAVA_LONG);
            MemorySegment size = arena.allocate(JAVA_LONG);
            int result = Yara.compile(packed, rules, report, size);
            long address = report.get(JAVA_LONG, 0);
            if (address == 0) {
                throw new OutOfMemoryError("compiling %d rule files: %s"
                        .formatted(sources.size(), EngineError.of(result).text()));
            }
            try {
                Report reader = new Report(Yara.viewMemory(address, size.get(JAVA_LONG, 0)));
                List<CompileMessage> messages = explainResult(result, reader.readMessages(sources), sources);
                return new NativeCompile(
                        rules.get(JAVA_LONG, 0), new CompileReport(result != 0, reader.readRules(), messages));
            } finally {
                Yara.destroyReport(address);
            }
        }
    }

    /** Returns the compiler's messages only; the rules are freed. */
    static CompileReport tryOut(List<RuleSource> sources) {
        NativeCompile compiled = compileSources(sources);
        if (compiled.address() != 0) {
            Yara.destroyRules(compiled.address());
        }
        return compiled.report();
    }

    /** libyara reports nearly every error as a message; the few others would be silent. */
    private static List<CompileMessage> explainResult(
            int result, List<CompileMessage> messages, List<RuleSource> sources) {
        if (result == 0 || messages.stream().anyMatch(m -> m.level() == CompileMessage.Level.ERROR)) {
            return messages;
        }
        String file = sources.getLast().name();
        String text = EngineError.of(result).text();
        List<CompileMessage> all = new ArrayList<>(messages);
        all.add(new CompileMessage(CompileMessage.Level.ERROR, file, 1, null, text, result));
        return all;
    }
}
