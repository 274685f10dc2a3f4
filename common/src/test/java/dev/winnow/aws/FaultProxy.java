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

/** Stands between the SDK and a server, counts requests and does to them what a test wants. Any thread. */
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

    /** Stands before the server, doing nothing yet. */
    public FaultProxy(URI server) {
        this.server = server;
        this.proxy = Http.serve(0, this::handle);
    }

    /** Where the SDK should go. */
    public URI endpoint() {
        return Http.uri(proxy);
    }

    /** From now on DynamoDB is out of reach. */
    public void cutStore() {
        inject(Faults.cuts("DynamoDB"));
    }

    /** From now on SQS is out of reach. */
    public void cutQueue() {
        inject(Faults.cuts("AmazonSQS"));
    }

    /** From now on SQS delivers everything twice. */
    public void deliverTwice() {
        inject(Faults.deliversTwice());
    }

    /** From now on SQS delivers in any order. */
    public void reorder() {
        inject(Faults.reorders(11));
    }

    /** From now on SQS's clock is off. */
    public void skew(long millis) {
        inject(Faults.skewsTheQueuesClock(millis));
    }

    /** From now on every request meets this fault. */
    void inject(Fault fault) {
        this.fault = fault;
    }

    /** From now on nothing is wrong. */
    public void heal() {
        fault = NONE;
    }

    /** Breaks every connection from now on, as a server does that is out of reach. */
    public void cut() {
        fault = (_, _) -> {
            throw new IOException("cut");
        };
    }

    /** How many requests of this operation came so far. */
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
