package dev.winnow.yara;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the report of winnow_compile; its layout stands in winnow_yara.h. */
final class Report {

    private static final int META_INTEGER = 1;
    private static final int META_STRING = 2;

    private final MemorySegment bytes;
    private long position;

    Report(MemorySegment bytes) {
        this.bytes = bytes;
    }

    List<CompileMessage> readMessages(List<RuleSource> sources) {
        int count = readNumber();
        List<CompileMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String file = sources.get(readNumber()).name();
            CompileMessage.Level level = readNumber() == 0 ? CompileMessage.Level.ERROR : CompileMessage.Level.WARNING;
            int code = readNumber();
            int line = readNumber();
            String rule = readText();
            messages.add(new CompileMessage(level, file, line, rule.isEmpty() ? null : rule, readText(), code));
        }
        return messages;
    }

    List<Rule> readRules() {
        int count = readNumber();
        List<Rule> rules = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int flags = readNumber();
            String namespace = readText();
            String name = readText();
            rules.add(new Rule(i, name, namespace, readTags(), readMeta(), (flags & 1) != 0, (flags & 2) != 0));
        }
        return rules;
    }

    private List<String> readTags() {
        int count = readNumber();
        List<String> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(readText());
        }
        return tags;
    }

    private Map<String, MetaValue> readMeta() {
        int count = readNumber();
        Map<String, MetaValue> meta = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = readText();
            int type = readNumber();
            long number = bytes.get(JAVA_LONG_UNALIGNED, advanceBy(Long.BYTES));
            String text = readText();
            meta.putIfAbsent(
                    name,
                    switch (type) {
                        case META_INTEGER -> new MetaValue.Int(number);
                        case META_STRING -> new MetaValue.Text(text);
                        default -> new MetaValue.Flag(number != 0);
                    });
        }
        return Collections.unmodifiableMap(meta);
    }

    private int readNumber() {
        return bytes.get(JAVA_INT_UNALIGNED, advanceBy(Integer.BYTES));
    }

    private String readText() {
        int size = readNumber();
        byte[] utf8 = bytes.asSlice(advanceBy(size), size).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private long advanceBy(int size) {
        long start = position;
        position += size;
        return start;
    }
}
