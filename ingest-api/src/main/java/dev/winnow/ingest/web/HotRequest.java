package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request with room for the few attributes that the steps of the pipeline leave for each other. The container keeps its
 * attributes in a concurrent map, which costs more.
 */
final class HotRequest extends HttpServletRequestWrapper {
    private static final int ROOM = 8;

    private final String[] names = new String[ROOM];
    private final Object[] values = new Object[ROOM];
    private int taken;

    HotRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public void setAttribute(String name, Object value) {
        int at = indexOf(name);
        if (at == ROOM) {
            super.setAttribute(name, value);
            return;
        }
        names[at] = name;
        values[at] = value;
        taken = Math.max(taken, at + 1);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        int at = indexOf(name);
        return at < taken ? values[at] : super.getAttribute(name);
    }

    /** The index of the name, or the next free index. */
    private int indexOf(String name) {
        int at = 0;
        while (at < taken && !names[at].equals(name)) {
            at++;
        }
        return at;
    }
}
