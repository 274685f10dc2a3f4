package dev.winnow.bench.pipeline;

import dev.winnow.local.server.LocalServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The server of {@code winnow run}, with meters around its queue and its store. Takes commands as lines of its standard input (a number
 * queues so many messages, {@code aws} and {@code near} move the services), answers each with one line, and ends when its input does.
 */
final class MeteredServer {
    private MeteredServer() {}

    /** One argument: the data folder. */
    public static void main(String... arguments) throws IOException {
        AtomicReference<Delays> delays = new AtomicReference<>(Delays.NONE);
        Gate gate = new Gate();
        CompletableFuture<MeteredStore> store = new CompletableFuture<>();
        CompletableFuture<MeteredQueue> queue = new CompletableFuture<>();
        LocalServer server =
                LocalServer.start(Path.of(arguments[0]), 0, List.of("--management.server.port=0"), near -> {
                    store.complete(new MeteredStore(near.verdicts(), delays::get));
                    queue.complete(new MeteredQueue(near.queue(), delays::get, gate));
                    return new LocalServer.Backing(queue.join(), store.join());
                });
        System.out.println("serves on " + server.endpoint());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            switch (command) {
                case "hold" -> gate.close();
                case "go" -> gate.open();
                case "near" -> delays.set(Delays.NONE);
                case "aws" -> delays.set(Delays.AWS);
                case "collect" -> System.gc();
                case "" -> {}
                default -> QueueFiller.fillQueue(queue.join(), Integer.parseInt(command));
            }
            Runtime runtime = Runtime.getRuntime();
            System.out.println("meters " + SqsRequests.sentCount() + " "
                    + store.join().writeUnits() + " " + (runtime.totalMemory() - runtime.freeMemory()));
        }
        System.exit(0);
    }
}
