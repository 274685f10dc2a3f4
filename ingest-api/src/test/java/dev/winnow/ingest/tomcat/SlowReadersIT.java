package dev.winnow.ingest.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowReadersIT {
    private static final int LENGTH = 1_000_000;

    /** Less than any kernel's own sizes, so that the answer does not wait in the kernel's buffers. */
    private static final int SOCKET_BYTES = 4_096;

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Tomcat tomcat = new Tomcat();

    /** The letter {@code a} many times, in one piece, or in small ones. */
    private static final class LongAnswer extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int piece = request.getServletPath().equals("/pieces") ? 100 : LENGTH;
            response.setContentLength(LENGTH);
            byte[] bytes = "a".repeat(piece).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < LENGTH / piece; i++) {
                response.getOutputStream().write(bytes);
            }
        }
    }

    @TempDir
    private Path folder;

    private void start(Duration limit) throws Exception {
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector(BoundedProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("connectionTimeout", String.valueOf(limit.toMillis()));
        connector.setProperty("socket.txBufSize", String.valueOf(SOCKET_BYTES));
        connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("slow-"));
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "long", new LongAnswer()).addMapping("/");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** The client takes bytes all the time, so that no single write is late. */
    @ParameterizedTest
    @ValueSource(strings = {"/whole", "/pieces"})
    void closesAConnectionThatTakesItsAnswerTooSlowly(String path) throws Exception {
        start(LIMIT);
        try (Socket socket = connect()) {
            send(path, socket);

            assertThat(readSlowly(socket)).isLessThan(LENGTH);
        }
    }

    @Test
    void sendsALongAnswerToAClientThatReadsItAndKeepsTheConnection() throws Exception {
        start(Duration.ofMinutes(1));
        try (Socket socket = connect()) {
            for (int i = 0; i < 3; i++) {
                send(i == 1 ? "/pieces" : "/whole", socket);
                InputStream in = socket.getInputStream();
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) in.read());
                }

                assertThat(head).startsWith("HTTP/1.1 200 ");
                assertThat(in.readNBytes(LENGTH)).hasSize(LENGTH).containsOnly('a');
            }
        }
    }

    /** The number of bytes until the server closes: at most a thousand every 10 ms, so that all of them take ten limits. */
    private static int readSlowly(Socket socket) throws IOException {
        byte[] part = new byte[1_000];
        int all = 0;
        try {
            for (int read = socket.getInputStream().read(part);
                    read >= 0;
                    read = socket.getInputStream().read(part)) {
                all += read;
                LockSupport.parkNanos(LIMIT.toNanos() / 100);
            }
        } catch (SocketException reset) {
            return all;
        }
        return all;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SOCKET_BYTES);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort()));
        return socket;
    }

    private static void send(String path, Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
