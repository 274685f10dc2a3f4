package dev.winnow.ingest.load;

import dev.winnow.ingest.RunningApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** One connection for each id in a file, each with a long poll; prints the number of requests, then the number of each answer. */
final class WaitingClients {
    /** Five thousand requests at the same instant are more than the throttle takes; a refused client comes again, as it should. */
    private static final String REFUSED = "refused";

    /** Coming again at once, in step with thousands of others, would keep the server busy with refusing; all must be there together. */
    private static final double ARRIVING_SHARE_OF_WAIT = 0.16;

    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final int port;
    private final int wait;
    private final long arrivingNanos;

    private WaitingClients(int port, int wait) {
        this.port = port;
        this.wait = wait;
        this.arrivingNanos = (long) (wait * ARRIVING_SHARE_OF_WAIT * 1e9);
    }

    /** Takes the port, the file and the seconds to wait. */
    public static void main(String... arguments) throws Exception {
        List<String> ids = Files.readAllLines(Path.of(arguments[1]));
        WaitingClients clients = new WaitingClients(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[2]));
        CountDownLatch asked = new CountDownLatch(ids.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id -> threads.execute(() -> clients.poll(id, asked)));
            asked.await();
            System.out.println("asked " + ids.size());
        }
        System.out.println(new TreeMap<>(clients.outcomes));
    }

    private void poll(String id, CountDownLatch asked) {
        String request =
                "GET /v1/messages/" + id + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + RunningApi.KEY + "\r\nPrefer: wait=" + wait + "\r\n\r\n";
        String outcome = REFUSED;
        while (outcome.equals(REFUSED)) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(arrivingNanos));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                asked.countDown();
                outcome = outcome(socket.getInputStream());
            } catch (IOException e) {
                outcome = e.getClass().getSimpleName();
            }
        }
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private static String outcome(InputStream in) throws IOException {
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (answer.startsWith("HTTP/1.1 503")) {
            return REFUSED;
        }
        String status = answer.replaceAll("(?s).*\"status\":\"(\\w+)\".*", "$1");
        return answer.startsWith("HTTP/1.1 200") && status.length() < 10 ? status : "other";
    }
}
