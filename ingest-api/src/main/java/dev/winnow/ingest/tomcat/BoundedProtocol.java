package dev.winnow.ingest.tomcat;

import org.apache.coyote.Processor;

/**
 * The API's HTTP/1.1: its processors bound the time and memory of each connection. A client that asks whether to send its body gets its answer when the
 * body is read, not before.
 */
public final class BoundedProtocol extends SmallBufferProtocol {
    public BoundedProtocol() {
        setContinueResponseTiming("onRead");
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, getAdapter());
    }
}
