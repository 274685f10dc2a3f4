package dev.winnow.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection for all requests: an end of the stream fails the test. One thread. */
final class KeptConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    KeptConnection(RunningApi api) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
        socket.setSoTimeout(10_000);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    record Answer(String head, String body) {}

    Answer post(String path, String body) throws IOException {
        send("POST " + path, "Authorization: Bearer " + RunningApi.KEY + "\r\n", body);
        String head = head();
        return new Answer(head, new String(in.readNBytes(lengthIn(head)), StandardCharsets.UTF_8));
    }

    /** Without a key, so that it is answered with a problem, of which only the head may be sent. */
    String headWithoutKey(String path) throws IOException {
        send("HEAD " + path, "", "");
        return head();
    }

    private void send(String request, String key, String body) throws IOException {
        String text = request + " HTTP/1.1\r\nHost: localhost\r\n" + key
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static int lengthIn(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
