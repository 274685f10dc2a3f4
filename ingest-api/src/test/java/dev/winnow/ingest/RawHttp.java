package dev.winnow.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to the API and back, past any client that would not send them. Immutable; any thread. */
public final class RawHttp {
    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** A connection; reads end with an exception after ten seconds of silence. */
    public Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends these characters as bytes (Latin-1) and reads until the server closes or is silent for a second. */
    public String exchange(String request) throws IOException {
        return exchange(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same with bytes. */
    public String exchange(byte[] request) throws IOException {
        return exchange(request, 1_000);
    }

    /** Sends a request that asks for the connection to be closed, and reads to the end: ten seconds of silence are no answer. */
    public String exchangeWhole(byte[] request) throws IOException {
        return exchange(request, 10_000);
    }

    private String exchange(byte[] request, int silenceMillis) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            return readAll(socket, silenceMillis);
        }
    }

    /** The status of one request on a connection of its own; its head ends with these lines (each with its line break). */
    public int status(String method, String target, String lines, byte[] body) throws IOException {
        return statusOf(exchange(request(method, target, lines, body), 10_000));
    }

    /** A request with a key of all scopes that asks for the connection to be closed. */
    public static byte[] request(String method, String target, String lines, byte[] body) {
        String head =
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + RunningApi.MANAGE_KEY + "\r\nContent-Length: " + body.length + "\r\n" + lines + "\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** The number in a status line. */
    public static int statusOf(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** A busy machine may take long to the first byte; only silence after it is an end. */
    private static String readAll(Socket socket, int silenceMillis) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        try {
            byte[] part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                answer.append(new String(part, 0, read, StandardCharsets.ISO_8859_1));
                socket.setSoTimeout(silenceMillis);
            }
        } catch (SocketTimeoutException silent) {
            if (answer.isEmpty()) {
                throw silent;
            }
        }
        return answer.toString();
    }
}
