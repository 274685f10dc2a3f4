package dev.winnow.bench.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** A load of connections that each send a message, wait for the 202 and send the next. */
final class Load {
    private static final String BODY =
            "{\"text\":\"Your parcel is waiting, pay the fee of 1.99 at the depot before it is "
                    + "returned to its sender\",\"sender\":\"+14085550001\",\"channel\":\"sms\",\"receivedAt\":\"2026-11-24T16:00:00Z\","
                    + "\"country\":\"DE\",\"clientRef\":\"abc\"}";

    private Load() {}

    /**
     * The result of a run.
     *
     * @param requests answered with 202
     * @param cpu the server's processor time meanwhile
     * @param p99Micros the 99th percentile of the answer time
     */
    record Outcome(long requests, Duration cpu, long p99Micros) {
        double requestsPerCpuSecond() {
            return requests * 1e9 / cpu.toNanos();
        }
    }

    static Outcome runLoad(Server server, String path, int connections, Duration time)
            throws InterruptedException, ExecutionException {
        byte[] request = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + BenchServer.KEY + "\r\nContent-Length: " + BODY.length()
                        + "\r\n\r\n"
                        + BODY)
                .getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime() + time.toNanos();
        Duration before = server.readCpu();
        Histogram all = new Histogram(3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Histogram>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> sendUntil(server.port(), request, end)));
            }
            for (Future<Histogram> client : clients) {
                all.add(client.get());
            }
        }
        Duration cpu = server.readCpu().minus(before);
        return new Outcome(all.getTotalCount(), cpu, all.getValueAtPercentile(99) / 1_000);
    }

    private static Histogram sendUntil(int port, byte[] request, long end) {
        Histogram histogram = new Histogram(3);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 2_048);
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                socket.getOutputStream().write(request);
                readAnswer(in);
                histogram.recordValue(System.nanoTime() - start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return histogram;
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.startsWith("HTTP/1.1 202")) {
            throw new IOException("expected 202, got " + status);
        }
        int length = -1;
        boolean chunked = false;
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring(16));
            }
            chunked |= header.startsWith("Transfer-Encoding: chunked");
        }
        if (chunked) {
            for (int size = Integer.parseInt(readLine(in), 16); size > 0; size = Integer.parseInt(readLine(in), 16)) {
                in.skipNBytes(size + 2L);
            }
            in.skipNBytes(2);
        } else {
            in.skipNBytes(length);
        }
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
