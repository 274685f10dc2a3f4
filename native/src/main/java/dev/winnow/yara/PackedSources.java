package dev.winnow.yara;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sources as winnow_compile takes them; the layout stands in winnow_yara.h. */
final class PackedSources {

    private PackedSources() {}

    static byte[] packSources(List<RuleSource> sources) {
        List<byte[]> names =
                sources.stream().map(source -> toUtf8(source.namespace())).toList();
        List<byte[]> texts =
                sources.stream().map(source -> toUtf8(source.text())).toList();
        int size = 0;
        for (int i = 0; i < sources.size(); i++) {
            size += 2 * Integer.BYTES + names.get(i).length + 1 + texts.get(i).length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        for (int i = 0; i < sources.size(); i++) {
            out.putInt(names.get(i).length).put(names.get(i)).put((byte) 0);
            out.putInt(texts.get(i).length).put(texts.get(i));
        }
        return out.array();
    }

    private static byte[] toUtf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
