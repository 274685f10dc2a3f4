package dev.winnow.yara;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * One call of winnow_compile.
 *
 * @param rules address of the rules, which the caller owns; 0 if a source does not compile
 */
record NativeCompile(long rules, List<Rule> described, List<CompileMessage> messages) {

    static NativeCompile of(List<RuleSource> sources) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG, 3);
            MemorySegment rules = out.asSlice(0, Long.BYTES);
            MemorySegment report = out.asSlice(Long.BYTES, Long.BYTES);
            MemorySegment size = out.asSlice(2L * Long.BYTES, Long.BYTES);
            int result = Yara.compile(pack(sources, arena), rules, report, size);
            long address = report.get(JAVA_LONG, 0);
            if (address == 0) {
                throw new OutOfMemoryError("compiling %d rule files: %s"
                        .formatted(sources.size(), EngineError.of(result).text()));
            }
            try {
                Report reader = new Report(Yara.view(address, size.get(JAVA_LONG, 0)));
                List<CompileMessage> messages = reader.messages(sources);
                return new NativeCompile(rules.get(JAVA_LONG, 0), reader.rules(), explained(result, messages, sources));
            } finally {
                Yara.destroyReport(address);
            }
        }
    }

    boolean failed() {
        return rules == 0;
    }

    /** libyara reports nearly every error as a message; the few others would be silent. */
    private static List<CompileMessage> explained(int result, List<CompileMessage> messages, List<RuleSource> sources) {
        if (result == 0 || messages.stream().anyMatch(m -> m.level() == CompileMessage.Level.ERROR)) {
            return messages;
        }
        List<CompileMessage> all = new ArrayList<>(messages);
        all.add(new CompileMessage(
                CompileMessage.Level.ERROR,
                sources.getLast().name(),
                1,
                null,
                EngineError.of(result).text(),
                result));
        return all;
    }

    private static MemorySegment pack(List<RuleSource> sources, Arena arena) {
        List<byte[]> parts = new ArrayList<>();
        for (RuleSource source : sources) {
            parts.add(source.namespace().getBytes(StandardCharsets.UTF_8));
            parts.add(source.text().getBytes(StandardCharsets.UTF_8));
        }
        ToIntFunction<byte[]> packed = part -> Integer.BYTES + part.length;
        MemorySegment all =
                arena.allocate(parts.stream().mapToInt(packed).asLongStream().sum() + sources.size());
        long at = 0;
        for (int i = 0; i < parts.size(); i++) {
            byte[] part = parts.get(i);
            all.set(JAVA_INT_UNALIGNED, at, part.length);
            MemorySegment.copy(part, 0, all, JAVA_BYTE, at + Integer.BYTES, part.length);
            // A namespace is followed by a NUL, which fresh segments already hold.
            at += packed.applyAsInt(part) + (i % 2 == 0 ? 1 : 0);
        }
        return all;
    }
}
