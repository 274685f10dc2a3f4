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

    List<CompileMessage> messages(List<RuleSource> sources) {
        int count = number();
        List<CompileMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String file = sources.get(number()).name();
            CompileMessage.Level level = number() == 0 ? CompileMessage.Level.ERROR : CompileMessage.Level.WARNING;
            int code = number();
            int line = number();
            String rule = text();
            messages.add(new CompileMessage(level, file, line, rule.isEmpty() ? null : rule, text(), code));
        }
        return messages;
    }

    List<Rule> rules() {
        int count = number();
        List<Rule> rules = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int flags = number();
            String namespace = text();
            String name = text();
            rules.add(new Rule(i, name, namespace, tags(), meta(), (flags & 1) != 0, (flags & 2) != 0));
        }
        return rules;
    }

    private List<String> tags() {
        int count = number();
        List<String> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(text());
        }
        return tags;
    }

    private Map<String, MetaValue> meta() {
        int count = number();
        Map<String, MetaValue> meta = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = text();
            int type = number();
            long number = bytes.get(JAVA_LONG_UNALIGNED, advance(Long.BYTES));
            String text = text();
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

    private int number() {
        return bytes.get(JAVA_INT_UNALIGNED, advance(Integer.BYTES));
    }

    private String text() {
        int size = number();
        byte[] utf8 = bytes.asSlice(advance(size), size).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private long advance(int size) {
        long start = position;
        position += size;
        return start;
    }
}
