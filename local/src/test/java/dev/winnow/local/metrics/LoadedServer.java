package dev.winnow.local.metrics;

import dev.winnow.local.client.RefusedException;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server on one machine with some traffic behind it, and its metrics. */
final class LoadedServer implements AutoCloseable {
    private final LocalServer server;
    private final WinnowClient client;
    private final int privatePort;

    private LoadedServer(LocalServer server, WinnowClient client, int privatePort) {
        this.server = server;
        this.client = client;
        this.privatePort = privatePort;
    }

    static LoadedServer start(Path data) throws IOException {
        int port = findFreePort();
        LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=" + port));
        WinnowClient client = new WinnowClient(
                server.endpoint(),
                Files.readString(DataFolder.demoKeyFile(data)).strip());
        return new LoadedServer(server, client, port);
    }

    /** The port of the metrics on the loopback address. */
    int privatePort() {
        return privatePort;
    }

    /** Sends a junk and a clean message, reads their verdicts, and reads an id that does not exist. */
    void sendMessages() {
        for (String text : List.of("See you at eight?", "Win a prize now, claim at http://win.top/x")) {
            client.awaitVerdict(client.submitText(text));
        }
        try {
            client.awaitVerdict("none");
        } catch (RefusedException expected) {
            // Its 404 is counted.
        }
    }

    /** The page that Prometheus reads. */
    String scrape() throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + privatePort + "/actuator/prometheus");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    static int findFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
