package dev.winnow.ingest.web;

import org.apache.coyote.Processor;

/**
 * The API's HTTP/1.1: its processors bound what a connection may take. A client that asks whether to send its body is told so when a route
 * reads it, not before.
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
