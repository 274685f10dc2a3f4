package dev.winnow.sender.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on loopback that answers with given bytes, and closes each connection after a number of calls without a notice. */
final class RawReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final int callsPerConnection;
    private final byte[] answer;

    private RawReceiver(ServerSocket server, int callsPerConnection, byte[] answer) {
        this.server = server;
        this.callsPerConnection = callsPerConnection;
        this.answer = answer;
    }

    static RawReceiver start(int callsPerConnection, String answer) throws IOException {
        RawReceiver receiver = new RawReceiver(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                callsPerConnection,
                answer.getBytes(StandardCharsets.ISO_8859_1));
        Thread.ofVirtual().start(receiver::acceptUntilClosed);
        return receiver;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
    }

    int connections() {
        return connections.get();
    }

    private void acceptUntilClosed() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int call = 0; call < callsPerConnection; call++) {
                readCall(in);
                socket.getOutputStream().write(answer);
                socket.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The caller has closed the connection.
        }
    }

    private static void readCall(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skip(length);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
