package dev.winnow.ingest.load;

import dev.winnow.ingest.RunningApi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Opens so many connections that say nothing, and so many that send a header or a body one byte at a time (slow loris). */
final class IdleClients {
    private static final String HEAD = "POST /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer " + RunningApi.KEY + "\r\n";

    private IdleClients() {}

    /** Takes the port, how many are idle and how many are slow. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            sockets.add(open(port, i % 2 == 0 ? "" : "GET /ping HTTP/1.1\r\nHost: x\r\n\r\n"));
        }
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            slow.add(open(port, i % 2 == 0 ? HEAD + "X-Slow: " : HEAD + "Content-Length: 1000\r\n\r\n{"));
        }
        sockets.addAll(slow);
        try (ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> _ = drip.scheduleAtFixedRate(() -> slow.forEach(IdleClients::drip), 1, 1, TimeUnit.SECONDS);
            System.out.println("open " + sockets.size());
            int _ = System.in.read();
            drip.shutdownNow();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket open(int port, String start) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The server may have had enough of it. */
    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException closed) {
            // Nothing else is expected of a slow client.
        }
    }
}
