package dev.winnow.ingest.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** An empty body, for a request with a body that was read already or is not wanted. */
final class EmptyInput extends ServletInputStream {
    static final EmptyInput INSTANCE = new EmptyInput();

    private EmptyInput() {}

    @Override
    public int read() {
        return -1;
    }

    @Override
    public boolean isFinished() {
        return true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("requests are read by blocking");
    }
}
