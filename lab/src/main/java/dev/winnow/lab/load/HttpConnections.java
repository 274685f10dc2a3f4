package dev.winnow.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one server that are used in turn; a request waits when none is free. All work happens on one event loop, and callers must
 * be on it too.
 */
final class HttpConnections {
    private static final int MAX_ANSWER = 4 << 20;
    private static final int CONNECT_MILLIS = 5_000;

    /** Receives the outcome of a request. */
    interface Listener {
        /** A connection was free and the request is on its way. */
        default void onSent() {}

        /** The server answered. */
        void onAnswer(int status, String body);

        /** There was no answer. */
        void onFailure(Throwable cause);
    }

    private record Exchange(ByteBuf request, Listener listener) {}

    private final Bootstrap bootstrap;
    private final boolean fresh;
    private final ArrayDeque<Line> free = new ArrayDeque<>();
    private final ArrayDeque<Exchange> waiting = new ArrayDeque<>();
    private int underWay;

    /** Creates the connections; each is opened when it is first needed. */
    HttpConnections(EventLoop loop, URI server, int connections, boolean fresh) {
        this.fresh = fresh;
        int port = server.getPort() > 0 ? server.getPort() : 80;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .remoteAddress(server.getHost(), port)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
        for (int i = 0; i < connections; i++) {
            free.add(new Line());
        }
    }

    /** Sends a whole HTTP request as soon as a connection is free. */
    void sendRequest(byte[] request, Listener listener) {
        Exchange exchange = new Exchange(Unpooled.wrappedBuffer(request), listener);
        @Nullable Line line = free.poll();
        if (line == null) {
            waiting.add(exchange);
        } else {
            line.beginExchange(exchange);
        }
    }

    /** The number of requests without an answer yet. */
    int openRequests() {
        return waiting.size() + underWay;
    }

    /** One connection at a time, opened when it is needed. */
    private final class Line extends ChannelInitializer<Channel> {
        private @Nullable Channel channel;
        private @Nullable Exchange current;

        void beginExchange(Exchange exchange) {
            underWay++;
            current = exchange;
            Channel open = channel;
            if (open != null && open.isActive()) {
                writeRequest(open, exchange);
            } else {
                connectLine(exchange);
            }
        }

        private void connectLine(Exchange exchange) {
            ChannelFuture connecting = bootstrap.clone().handler(this).connect();
            var _ = connecting.addListener((ChannelFutureListener) done -> {
                if (done.isSuccess()) {
                    channel = done.channel();
                    writeRequest(done.channel(), exchange);
                } else {
                    endExchange(listener -> listener.onFailure(done.cause()));
                }
            });
        }

        private void writeRequest(Channel open, Exchange exchange) {
            exchange.listener().onSent();
            var _ = open.writeAndFlush(exchange.request());
        }

        private void endExchange(java.util.function.Consumer<Listener> outcome) {
            @Nullable Exchange ended = current;
            if (ended == null) {
                return;
            }
            current = null;
            underWay--;
            outcome.accept(ended.listener());
            @Nullable Exchange next = waiting.poll();
            if (next == null) {
                free.push(this);
            } else {
                beginExchange(next);
            }
        }

        @Override
        protected void initChannel(Channel opened) {
            opened.pipeline()
                    .addLast(new HttpResponseDecoder(), new HttpObjectAggregator(MAX_ANSWER), new Answers(this));
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final Line line;

        private Answers(Line line) {
            this.line = line;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            int status = response.status().code();
            String body = response.content().toString(StandardCharsets.UTF_8);
            if (fresh || "close".equalsIgnoreCase(response.headers().get("Connection"))) {
                line.channel = null;
                var _ = context.close();
            }
            line.endExchange(listener -> listener.onAnswer(status, body));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (context.channel().equals(line.channel)) {
                line.endExchange(
                        listener -> listener.onFailure(new java.io.IOException("the server closed the connection")));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (context.channel().equals(line.channel)) {
                line.channel = null;
                line.endExchange(listener -> listener.onFailure(cause));
            }
            var _ = context.close();
        }
    }
}
