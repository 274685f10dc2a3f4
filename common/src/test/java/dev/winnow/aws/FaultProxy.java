package dev.winnow.aws;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.aws.Http.Handler;
import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Proxies requests between the SDK and a server, counts them and applies the faults of a test. Any thread. */
public final class FaultProxy implements AutoCloseable {
    /** Sees a request and may answer itself, pass it on, or change the answer. */
    @FunctionalInterface
    interface Fault {
        Reply on(Request request, Handler server) throws IOException;
    }

    private static final Fault NONE = (request, server) -> server.handle(request);

    private final URI server;
    private final HttpServer proxy;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private volatile Fault fault = NONE;

    /** Makes a proxy without a fault. */
    public FaultProxy(URI server) {
        this.server = server;
        this.proxy = Http.serve(0, this::handle);
    }

    /** The endpoint for the SDK. */
    public URI endpoint() {
        return Http.uri(proxy);
    }

    /** Takes DynamoDB out of reach. */
    public void cutStore() {
        inject(Faults.cuts("DynamoDB"));
    }

    /** Takes SQS out of reach. */
    public void cutQueue() {
        inject(Faults.cuts("AmazonSQS"));
    }

    /** Makes SQS deliver every message twice. */
    public void deliverTwice() {
        inject(Faults.deliversTwice());
    }

    /** Makes SQS deliver in any order. */
    public void reorder() {
        inject(Faults.reorders(11));
    }

    /** Sets the clock of SQS off. */
    public void skew(long millis) {
        inject(Faults.skewsTheQueuesClock(millis));
    }

    /** Applies a fault to every request. */
    void inject(Fault fault) {
        this.fault = fault;
    }

    /** Ends every fault. */
    public void heal() {
        fault = NONE;
    }

    /** Breaks every connection from now on, like a server out of reach. */
    public void cut() {
        fault = (_, _) -> {
            throw new IOException("cut");
        };
    }

    /** The number of requests of an operation so far. */
    int requests(String operation) {
        AtomicInteger count = requests.get(operation);
        return count == null ? 0 : count.get();
    }

    private Reply handle(Request request) throws IOException {
        requests.computeIfAbsent(request.operation(), _ -> new AtomicInteger()).incrementAndGet();
        return fault.on(request, passed -> Http.forward(server, passed));
    }

    @Override
    public void close() {
        proxy.stop(0);
    }
}
