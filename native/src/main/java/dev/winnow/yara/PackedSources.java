package dev.winnow.yara;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rule sources as winnow_compile takes them; winnow_yara.h describes the layout. Stateless; any thread. */
public final class PackedSources {

    private PackedSources() {}

    /** The variables as they are declared before the sources. */
    static byte[] packVariables() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(toBytes(Variable.ALL.size()));
        for (Variable variable : Variable.ALL) {
            byte[] name = toUtf8(variable.token());
            out.writeBytes(toBytes(variable.type().code()));
            out.writeBytes(toBytes(name.length));
            out.writeBytes(name);
            out.write(0);
        }
        return out.toByteArray();
    }

    /** The declared variables and the sources, in the order of the list. */
    public static byte[] packSources(List<RuleSource> sources) {
        byte[] variables = packVariables();
        List<byte[]> names =
                sources.stream().map(source -> toUtf8(source.namespace())).toList();
        List<byte[]> texts =
                sources.stream().map(source -> toUtf8(source.text())).toList();
        int size = variables.length;
        for (int i = 0; i < sources.size(); i++) {
            size += 2 * Integer.BYTES + names.get(i).length + 1 + texts.get(i).length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        out.put(variables);
        for (int i = 0; i < sources.size(); i++) {
            out.putInt(names.get(i).length).put(names.get(i)).put((byte) 0);
            out.putInt(texts.get(i).length).put(texts.get(i));
        }
        return out.array();
    }

    private static byte[] toBytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    private static byte[] toUtf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
