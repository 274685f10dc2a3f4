package dev.winnow.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * dynalite (Apache-2.0), a DynamoDB-compatible server in a Node process that ends with this one. It is fetched from the npm registry
 * into {@code target/} at first use, pinned by its lock file.
 */
final class Dynalite implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "dynalite").toAbsolutePath();
    private static final String SCRIPT = """
            const server = require('dynalite')({createTableMs: 0, deleteTableMs: 0});
            server.listen(0, '127.0.0.1', () => console.log(server.address().port));
            process.stdin.resume();
            process.stdin.on('end', () => process.exit());
            """;

    private final Process process;
    private final int port;

    private Dynalite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Dynalite start() {
        try {
            installOnce();
            Process process = new ProcessBuilder("node", "-e", SCRIPT)
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String port = out.readLine();
            if (port == null) {
                throw new IllegalStateException("dynalite did not start in " + FOLDER + "; run npm ci there and see");
            }
            return new Dynalite(process, Integer.parseInt(port));
        } catch (IOException e) {
            throw new UncheckedIOException("the DynamoDB tests need node and npm: install Node.js 20 or newer", e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Several processes run tests at once, and one of them installs. */
    private static void installOnce() throws IOException {
        Files.createDirectories(FOLDER);
        try (FileChannel file =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            if (Files.notExists(FOLDER.resolve("node_modules/dynalite/package.json"))) {
                install();
            }
        }
    }

    private static void install() throws IOException {
        for (String name : List.of("package.json", "package-lock.json")) {
            try (InputStream in = Dynalite.class.getResourceAsStream("dynalite/" + name)) {
                Files.write(
                        FOLDER.resolve(name),
                        java.util.Objects.requireNonNull(in).readAllBytes());
            }
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (npm.waitFor() != 0) {
                throw new IOException("npm ci failed in " + FOLDER + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while npm installed dynalite", e);
        }
    }
}
