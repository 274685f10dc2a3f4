package dev.winnow.ingest.tomcat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11OutputBuffer;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of one connection. Adds the limits that the container lacks: its timeouts begin anew with every byte, while here
 * a head and an unread body must have arrived, and an answer must be taken, by a fixed time. One thread at a time.
 */
final class BoundedProcessor extends Http11Processor {
    /** How long the rest of a body that no route read may take, so that the connection can serve the next request. */
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int DRAIN_BYTES = 2 * 1_024 * 1_024;

    /** The container uses the lowest of the 32 places for notes. */
    private static final int NOTE = 24;

    private static final String HEAD_TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private static final String TOO_MANY_HEADERS =
            StringManager.getManager(MimeHeaders.class).getString("headers.maxCountFail", "100");

    /** The container has no other way to an answer on its way out. */
    private static final VarHandle OUTPUT = findOutput();

    private final AbstractHttp11Protocol<?> protocol;
    private @Nullable SocketWrapperBase<?> slow;
    private long headStart;
    private boolean headFailed;

    /** The status of a head that is too large; 0 for all other requests. */
    private int headStatus;

    private boolean lacksVersion;

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, new GuardedAdapter(adapter));
        this.protocol = protocol;
        request.setNote(NOTE, this);
        response.setOutputBuffer(new TimedOutput((Http11OutputBuffer) OUTPUT.get(this), this));
    }

    private static VarHandle findOutput() {
        try {
            return MethodHandles.privateLookupIn(Http11Processor.class, MethodHandles.lookup())
                    .findVarHandle(Http11Processor.class, "outputBuffer", Http11OutputBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Tomcat has no field outputBuffer", e);
        }
    }

    /** The processor that reads this request. */
    static BoundedProcessor of(Request request) {
        if (request.getNote(NOTE) instanceof BoundedProcessor processor) {
            return processor;
        }
        throw new IllegalStateException("the connector does not use " + BoundedProtocol.class.getName());
    }

    /** A connection that has sent a part of a head is closed when the rest is not there by the connection timeout after its first byte. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (socket.equals(slow) && leftForHead() <= 0) {
            slow = null;
            return SocketState.CLOSED;
        }
        headFailed = false;
        headStatus = 0;
        SocketState state = super.service(socket);
        if (state != SocketState.LONG) {
            slow = null;
            return state;
        }
        if (!socket.equals(slow)) {
            slow = socket;
            headStart = System.nanoTime();
        }
        socket.setReadTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(leftForHead())));
        return state;
    }

    private long leftForHead() {
        return headStart + timeoutNanos() - System.nanoTime();
    }

    /** How long the next read of the body may block; the connection's own timeout again when this is zero. */
    void limitRead(Duration time) {
        SocketWrapperBase<?> socket = getSocketWrapper();
        if (socket != null) {
            socket.setReadTimeout(time.isPositive() ? Math.max(1, time.toMillis()) : protocol.getConnectionTimeout());
        }
    }

    /** The connection timeout; zero or less for none. */
    long timeoutNanos() {
        return TimeUnit.MILLISECONDS.toNanos(protocol.getConnectionTimeout());
    }

    /** How long a write may block until the client takes bytes. */
    void limitWrite(long nanos) {
        SocketWrapperBase<?> socket = getSocketWrapper();
        if (socket != null) {
            socket.setWriteTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        }
    }

    /** Whether this is HTTP/0.9, also when only the container still takes it for that: it remembers the version of the request before. */
    boolean lacksVersion() {
        if (!headFailed) {
            lacksVersion = request.protocol().isNull() || request.protocol().equals("");
        }
        headFailed = false;
        return lacksVersion;
    }

    /** Reads the rest of the body for at most a second; a longer rest ends the connection. */
    void drainBody() {
        if (getErrorState().isError() || isRequestBodyFullyRead()) {
            return;
        }
        boolean isNotToCome = request.hasExpectation() && request.getBytesRead() == 0;
        if (isNotToCome || response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
            endConnection();
            return;
        }
        long before = request.getBytesRead();
        long end = System.nanoTime() + DRAIN_NANOS;
        RequestBytes chunk = new RequestBytes();
        try {
            while (!isRequestBodyFullyRead()) {
                long left = end - System.nanoTime();
                if (left <= 0 || request.getBytesRead() - before > DRAIN_BYTES) {
                    endConnection();
                    return;
                }
                limitRead(Duration.ofNanos(left));
                if (request.doRead(chunk) < 0) {
                    return;
                }
            }
        } catch (IOException slowOrGone) {
            endConnection();
        } finally {
            limitRead(Duration.ZERO);
        }
    }

    private void endConnection() {
        setErrorState(ErrorState.CLOSE_CLEAN, null);
    }

    /**
     * Corrects two decisions of the container: it answers 400 to a head that is too large, also because such a head lacks the host, and it
     * closes the connection after some statuses, also when {@link KeepAliveRefusal} keeps it.
     */
    @Override
    protected void setErrorState(ErrorState state, @Nullable Throwable cause) {
        if (state == ErrorState.CLOSE_CLEAN && cause == null && KeepAliveRefusal.isKept(request)) {
            return;
        }
        if (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException) {
            headFailed = true;
            if (isTooLarge(String.valueOf(cause.getMessage()))) {
                headStatus = request.requestURI().isNull() ? 414 : 431;
            }
        }
        if (headStatus != 0) {
            response.setStatus(headStatus);
        }
        super.setErrorState(state, cause);
    }

    private static boolean isTooLarge(String message) {
        return message.equals(HEAD_TOO_LARGE) || message.equals(TOO_MANY_HEADERS);
    }
}
