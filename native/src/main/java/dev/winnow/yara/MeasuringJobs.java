package dev.winnow.yara;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Packs the jobs of winnow-admit; winnow_admit.c describes the layout. */
final class MeasuringJobs {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    MeasuringJobs() {
        put(PackedSources.packVariables());
    }

    /** A rule, to be measured on the texts made for it. */
    void add(int number, RuleText rule) {
        ProbeTexts texts = new ProbeTexts(rule.strings(), rule.others());
        add(number, rule.closure(), rule.name(), texts.externals(), texts.texts());
    }

    /** All rules together, on any texts. */
    void addSet(List<RuleSource> sources, List<Externals> externals, List<ProbeText> texts) {
        put(PackedSources.packSources(sources));
        add(0, "", "", externals, texts);
    }

    byte[] packed() {
        return out.toByteArray();
    }

    private void add(int number, String source, String rule, List<Externals> externals, List<ProbeText> texts) {
        put(number);
        put(source.getBytes(StandardCharsets.UTF_8));
        put(rule.getBytes(StandardCharsets.UTF_8));
        put(externals.size());
        for (Externals values : externals) {
            Variable.ALL.forEach(variable -> put(toBytes(values.valueOf(variable))));
        }
        put(texts.size());
        for (ProbeText text : texts) {
            put(text.length());
            put(text.externals());
            put(text.name().replaceAll("\\p{Cntrl}", " ").getBytes(StandardCharsets.UTF_8));
            put(text.start().getBytes(StandardCharsets.ISO_8859_1));
            put(text.unit().getBytes(StandardCharsets.ISO_8859_1));
            put(text.end().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] toBytes(Object value) {
        return switch (value) {
            case String text -> text.getBytes(StandardCharsets.ISO_8859_1);
            case Long number -> toBytes((long) number);
            case Boolean flag -> toBytes(flag ? 1L : 0L);
            default -> throw new IllegalStateException("no variable has values such as " + value);
        };
    }

    private static byte[] toBytes(long number) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(number)
                .array();
    }

    private void put(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array());
    }

    private void put(byte[] bytes) {
        put(bytes.length);
        out.writeBytes(bytes);
    }
}
